import type { AppEnv } from '@shop/shared/http'
import { Hono } from 'hono'
import type { Deps } from './deps.ts'
import { cancelOrder } from './routes/cancel-order.ts'
import { changeAddress } from './routes/change-address.ts'
import { orderEvents } from './routes/follow-order.ts'
import { getOrder } from './routes/get-order.ts'
import { listOrders } from './routes/list-orders.ts'
import { listSold } from './routes/list-sold.ts'
import { placeOrder } from './routes/place-order.ts'

export function createOrdersApp(deps: Deps) {
  return new Hono<AppEnv>()
    .basePath('/api/orders')
    .post('/', ...placeOrder(deps))
    .get('/', ...listOrders(deps))
    .get('/sold', ...listSold(deps))
    .get('/:id', ...getOrder(deps))
    .put('/:id/address', ...changeAddress(deps))
    .get('/:id/events', ...orderEvents(deps))
    .delete('/:id', ...cancelOrder(deps))
}

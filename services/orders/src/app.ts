import type { AppEnv } from '@shop/shared/http'
import { Hono } from 'hono'
import type { Deps } from './deps.ts'
import { answerReturn } from './routes/answer-return.ts'
import { cancelOrder } from './routes/cancel-order.ts'
import { changeAddress } from './routes/change-address.ts'
import { claimOrder } from './routes/claim-order.ts'
import { exportSold } from './routes/export-sold.ts'
import { findOrder } from './routes/find-order.ts'
import { orderEvents } from './routes/follow-order.ts'
import { getAny } from './routes/get-any.ts'
import { getOrder } from './routes/get-order.ts'
import { getSold } from './routes/get-sold.ts'
import { giveBack } from './routes/give-back.ts'
import { listAll } from './routes/list-all.ts'
import { listOrders } from './routes/list-orders.ts'
import { listSold } from './routes/list-sold.ts'
import { openOrder } from './routes/open-order.ts'
import { placeOrder } from './routes/place-order.ts'
import { receiveParcel } from './routes/receive-parcel.ts'
import { refundAgain } from './routes/refund-again.ts'
import { refundReturn } from './routes/refund-return.ts'
import { refundSold } from './routes/refund-sold.ts'
import { sendParcel } from './routes/send-parcel.ts'
import { sumUpSales } from './routes/sum-up-sales.ts'

export function createOrdersApp(deps: Deps) {
  return new Hono<AppEnv>()
    .basePath('/api/orders')
    .post('/', ...placeOrder(deps))
    .get('/', ...listOrders(deps))
    .post('/find', ...findOrder(deps))
    .get('/sold', ...listSold(deps))
    .get('/sold/summary', ...sumUpSales(deps))
    .get('/sold/export.csv', ...exportSold(deps))
    .get('/sold/:id', ...getSold(deps))
    .put('/sold/:id/parcel', ...sendParcel(deps))
    .post('/sold/:id/returns/:returnId', ...answerReturn(deps))
    .post('/sold/:id/returns/:returnId/refund', ...refundReturn(deps))
    .post('/sold/:id/refunds', ...refundSold(deps))
    .post('/sold/:id/refunds/:refundId/again', ...refundAgain(deps))
    .get('/all', ...listAll(deps))
    .get('/all/:id', ...getAny(deps))
    .get('/:id', ...getOrder(deps))
    .post('/:id/open', ...openOrder(deps))
    .post('/:id/claim', ...claimOrder(deps))
    .post('/:id/returns', ...giveBack(deps))
    .post('/:id/parcels/:sellerId/received', ...receiveParcel(deps))
    .put('/:id/address', ...changeAddress(deps))
    .get('/:id/events', ...orderEvents(deps))
    .delete('/:id', ...cancelOrder(deps))
}

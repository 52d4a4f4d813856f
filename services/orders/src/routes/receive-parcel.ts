import { Id } from '@shop/shared/contracts'
import { createHandlers, validPath } from '@shop/shared/http'
import { changeOrder } from '../change-order.ts'
import type { Deps } from '../deps.ts'
import { receive } from '../domain/parcel.ts'
import { toOrderResponse } from '../order-response.ts'

/** `POST /api/orders/:id/parcels/:sellerId/received` */
export function receiveParcel({ orders, access, mediaUrl }: Deps) {
  return createHandlers(validPath('Order', { id: Id, sellerId: Id }), async (c) => {
    const { id, sellerId } = c.req.valid('param')
    const { read } = access.readerOf(c, c.get('session'), id)
    const order = await changeOrder(orders, read, (paid, now) => receive(paid, sellerId, now))
    return c.json(toOrderResponse(order, mediaUrl))
  })
}

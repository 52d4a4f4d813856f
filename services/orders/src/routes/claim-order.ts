import { ownerIds, requireUser, sessionOf } from '@shop/shared/auth'
import { ShopError, notFound } from '@shop/shared/contracts'
import { createHandlers, validId } from '@shop/shared/http'
import type { Deps } from '../deps.ts'
import { isOwnedBy } from '../order-access.ts'
import type { OrderDocument } from '../order-document.ts'
import { toOrderResponse } from '../order-response.ts'

/** `POST /api/orders/:id/claim` */
export function claimOrder({ orders, access, mediaUrl }: Deps) {
  async function claimed(order: OrderDocument, userId: string): Promise<OrderDocument> {
    const id = order._id.toString()
    const own = (await orders.claim(id, userId)) ?? (await orders.find(id, [userId]))
    if (own === null)
      throw new ShopError('already-claimed', 'This order was added to another account')
    return own
  }

  return createHandlers(requireUser, validId('Order'), async (c) => {
    const session = sessionOf(c)
    const order = await access.readerOf(c, session, c.req.valid('param').id).read()
    if (order?.status !== 'Complete') throw notFound('Order')
    const own = isOwnedBy(order, ownerIds(session)) ? order : await claimed(order, session.sub)
    return c.json(toOrderResponse(own, mediaUrl))
  })
}

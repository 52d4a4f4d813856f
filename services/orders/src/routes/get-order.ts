import { ownerIds, requireSession, sessionOf } from '@shop/shared/auth'
import { notFound } from '@shop/shared/contracts'
import { createHandlers, validId } from '@shop/shared/http'
import type { Deps } from '../deps.ts'
import { toOrderResponse } from '../order-response.ts'

/** `GET /api/orders/:id` */
export function getOrder({ orders, mediaUrl }: Deps) {
  return createHandlers(requireSession, validId('Order'), async (c) => {
    const order = await orders.find(c.req.valid('param').id, ownerIds(sessionOf(c)))
    if (order === null) throw notFound('Order')
    return c.json(toOrderResponse(order, mediaUrl))
  })
}

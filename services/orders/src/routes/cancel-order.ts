import { ownerIds, requireSession, sessionOf } from '@shop/shared/auth'
import { notFound } from '@shop/shared/contracts'
import { createHandlers, validId } from '@shop/shared/http'
import type { Deps } from '../deps.ts'
import { cancelOutcome } from '../domain/order.ts'
import type { OrderDocument } from '../order-document.ts'
import { toOrderResponse } from '../order-response.ts'

/** `DELETE /api/orders/:id` */
export function cancelOrder({ orders, mediaUrl }: Deps) {
  return createHandlers(requireSession, validId('Order'), async (c) => {
    const owners = ownerIds(sessionOf(c))
    const order = await cancel(c.req.valid('param').id, owners)
    return c.json(toOrderResponse(order, mediaUrl))
  })

  async function cancel(id: string, owners: string[]): Promise<OrderDocument> {
    const order = await orders.find(id, owners)
    if (order === null) throw notFound('Order')
    if (cancelOutcome(order.status) === 'already') return order
    // It may have ended meanwhile: then its present state decides.
    return (await orders.cancel(id, { reason: 'user', at: new Date() })) ?? cancel(id, owners)
  }
}

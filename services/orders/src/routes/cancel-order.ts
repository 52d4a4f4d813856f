import { ownerIds, requireSession, sessionOf } from '@shop/shared/auth'
import { notFound } from '@shop/shared/contracts'
import { createHandlers, validId } from '@shop/shared/http'
import type { Deps } from '../deps.ts'
import { cancel, isCancellable } from '../domain/order.ts'
import type { OrderDocument } from '../order-document.ts'
import { toOrderResponse } from '../order-response.ts'

/** `DELETE /api/orders/:id` */
export function cancelOrder({ orders, mediaUrl }: Deps) {
  async function cancelled(id: string, owners: string[]): Promise<OrderDocument> {
    const order = await orders.find(id, owners)
    if (order === null) throw notFound('Order')
    if (!isCancellable(order.status)) return order
    const transition = cancel(order, { reason: 'user', at: new Date() })
    // It may have changed meanwhile: then its new state decides.
    return (await orders.apply(id, transition)) ?? cancelled(id, owners)
  }

  return createHandlers(requireSession, validId('Order'), async (c) => {
    const order = await cancelled(c.req.valid('param').id, ownerIds(sessionOf(c)))
    return c.json(toOrderResponse(order, mediaUrl))
  })
}

import { refundAsked } from './domain/after-sale-events.ts'
import type { OrderDocument } from './order-document.ts'
import type { OrderRepository } from './order-repository.ts'
import { toPaidOrder } from './paid-order.ts'
import { cancelledEventOf } from './past-events.ts'

/** Publishes `order:cancelled` again, unless it is pending: a late payment must be refunded. */
export async function republishCancelled(orders: OrderRepository, id: string): Promise<void> {
  const order = await orders.findById(id)
  const cancelled = order && cancelledEventOf(order)
  if (cancelled) await orders.append(order, isNotPending('order:cancelled', id), cancelled)
}

/** Publishes `refund:asked` again for every refund that was asked before a time, unless it is pending. */
export async function republishAsked(
  orders: OrderRepository,
  order: OrderDocument,
  before: Date,
): Promise<void> {
  const paid = toPaidOrder(order, new Date())
  for (const refund of paid.refunds)
    if (refund.status === 'Asked' && refund.at < before)
      await orders.append(order, isNotPending('refund:asked', refund.id), refundAsked(paid, refund))
}

function isNotPending(subject: string, id: string) {
  return { outbox: { $not: { $elemMatch: { subject, 'data.id': id } } } }
}

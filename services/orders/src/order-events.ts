import { toDecimal, type CancelReason } from '@shop/shared/contracts'
import { event, type OutboxEntry } from '@shop/shared/outbox'
import type { OrderDocument } from './order-document.ts'

/** The order was placed. */
export function placed({ _id, userId, total, items }: OrderDocument): OutboxEntry {
  return event('order:created', {
    id: _id.toString(),
    userId,
    status: 'Created',
    total: toDecimal(total),
    items: items.map(({ productId, title, price, quantity, sellerId }) => ({
      productId,
      title,
      price: toDecimal(price),
      quantity,
      sellerId,
    })),
    version: 0,
  })
}

/** The order was cancelled. */
export function cancelled(
  { _id }: Pick<OrderDocument, '_id'>,
  version: number,
  reason: CancelReason,
): OutboxEntry {
  return event('order:cancelled', { id: _id.toString(), version, reason })
}

/** All that an order has to tell: that it was placed and, once it is, that it was cancelled. */
export function eventsOf(order: OrderDocument): OutboxEntry[] {
  const { version, reason, status } = order
  if (status !== 'Cancelled' || reason === undefined) return [placed(order)]
  return [placed(order), cancelled(order, version, reason)]
}

import { toDecimal, type PayloadOf } from '@shop/shared/contracts'
import { eventItems } from './after-sale-events.ts'
import type { NewOrder } from './place-order.ts'

interface CompletedOrder extends NewOrder {
  _id: { toString(): string }
  payment?: { brand: string; last4: string }
  completedAt?: Date
  createdAt: Date
  version: number
}

/** The payload of `order:completed`: the order as it is when the event is published. */
export function completedPayload(order: CompletedOrder): PayloadOf<'order:completed'> {
  const { _id, userId, email, items, shipping, total, address, payment, version } = order
  return {
    id: _id.toString(),
    userId,
    ...(email !== undefined && { email }),
    items: eventItems(order, items),
    shipping: toDecimal(shipping),
    total: toDecimal(total),
    ...(address && { address }),
    ...(payment && { payment }),
    completedAt: (order.completedAt ?? order.createdAt).toISOString(),
    version,
  }
}

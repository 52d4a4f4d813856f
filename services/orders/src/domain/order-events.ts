import { toDecimal, type CancelReason, type PayloadOf } from '@shop/shared/contracts'
import type { NewOrder } from './place-order.ts'

export type OrderEvent =
  | { subject: 'order:created'; data: PayloadOf<'order:created'> }
  | { subject: 'order:cancelled'; data: PayloadOf<'order:cancelled'> }

interface Identity {
  _id: { toString(): string }
}

export function orderCreated({ _id, userId, total, items }: Identity & NewOrder): OrderEvent {
  const data: PayloadOf<'order:created'> = {
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
  }
  return { subject: 'order:created', data }
}

export function orderCancelled(
  { _id }: Identity,
  version: number,
  reason: CancelReason,
): OrderEvent {
  return { subject: 'order:cancelled', data: { id: _id.toString(), version, reason } }
}

import { toDecimal, type CancelReason, type PayloadOf } from '@shop/shared/contracts'
import type { NewOrder } from './place-order.ts'
import type { TimelineEntry } from './timeline.ts'

/** What orders publishes about an order. */
type Published =
  | 'order:created'
  | 'order:cancelled'
  | 'parcel:sent'
  | 'parcel:cancelled'
  | 'return:changed'
  | 'refund:asked'
  | 'refund:told'
  | 'mail:asked'

export type OrderEvent = { [S in Published]: { subject: S; data: PayloadOf<S> } }[Published]

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

interface CancelledOrder extends Identity {
  email?: string
  timeline: TimelineEntry[]
}

/** The timeline is the one after the cancellation. */
export function orderCancelled(
  { _id, email, timeline }: CancelledOrder,
  version: number,
  reason: CancelReason,
): OrderEvent {
  const cancelled = timeline.find(({ what }) => what === 'cancelled')
  return {
    subject: 'order:cancelled',
    data: {
      id: _id.toString(),
      version,
      reason,
      ...(email !== undefined && { email }),
      wasHeld: timeline.some(({ what }) => what === 'authorized'),
      ...(cancelled && { happenedAt: cancelled.at.toISOString() }),
    },
  }
}

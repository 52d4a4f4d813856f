import type { PayloadOf } from '@shop/shared/contracts'
import type { PastEvent } from '@shop/shared/outbox'
import {
  parcelCancelled,
  parcelSent,
  refundAsked,
  refundTold,
  returnChanged,
} from './domain/after-sale-events.ts'
import type { Parcel, Refund } from './domain/after-sale.ts'
import { completedPayload } from './domain/completed-event.ts'
import { orderCancelled, orderCreated, type OrderEvent } from './domain/order-events.ts'
import type { OrderDocument } from './order-document.ts'
import { toPaidOrder } from './paid-order.ts'

/** The cancellation of a cancelled order. */
export function cancelledEventOf(order: OrderDocument): OrderEvent | undefined {
  const { status, reason, version } = order
  if (status !== 'Cancelled' || reason === undefined) return undefined
  return orderCancelled(order, version, reason)
}

/** Every event that an order implies, with the time at which it happened. */
export function pastEventsOf(order: OrderDocument): PastEvent[] {
  const cancelled = cancelledEventOf(order)
  const cancelledAt = order.timeline.find(({ what }) => what === 'cancelled')?.at ?? new Date()
  return [
    { ...orderCreated(order), at: order.createdAt },
    ...(cancelled ? [{ ...cancelled, at: cancelledAt }] : []),
    ...(order.status === 'Complete' ? completion(order) : []),
    ...afterSale(order),
  ]
}

function completion(order: OrderDocument): PastEvent[] {
  const data: PayloadOf<'order:completed'> = completedPayload(order)
  return [{ subject: 'order:completed', data, at: new Date(data.completedAt) }]
}

function afterSale(stored: OrderDocument): PastEvent[] {
  const order = toPaidOrder(stored, new Date())
  const { parcels, returns, refunds } = order
  return [
    ...parcels.flatMap((parcel) => ofParcel(order, parcel)),
    ...returns.map((each) => ({
      ...returnChanged(order, each, each.changedAt),
      at: each.changedAt,
    })),
    ...refunds.flatMap((refund) => ofRefund(order, refund)),
  ]
}

type Order = ReturnType<typeof toPaidOrder>

function ofParcel(order: Order, parcel: Parcel): PastEvent[] {
  if (parcel.sentAt !== undefined)
    return [{ ...parcelSent(order, parcel, parcel.sentAt), at: parcel.sentAt }]
  if (parcel.status !== 'Cancelled') return []
  // The last refund of its lines has cancelled it.
  const last = order.refunds.findLast(({ sellerId }) => sellerId === parcel.sellerId)
  const at = last?.at ?? new Date()
  return [{ ...parcelCancelled(order, parcel, last?.by ?? 'system', at), at }]
}

function ofRefund(order: Order, refund: Refund): PastEvent[] {
  const { status, reversed, at, doneAt = at } = refund
  if (status === 'Asked') return [{ ...refundAsked(order, refund), at }]
  const told = status === 'Failed' ? 'failed' : 'done'
  return [
    { ...refundTold(order, refund, told, doneAt), at: doneAt },
    ...(reversed ? [{ ...refundTold(order, refund, 'reversed', doneAt), at: doneAt }] : []),
  ]
}

import { OrderStatus, ShopError, type CancelReason } from '@shop/shared/contracts'
import { orderCancelled, type OrderEvent } from './order-events.ts'
import type { TimelineEntry } from './timeline.ts'

const NEXT: Record<OrderStatus, OrderStatus[]> = {
  Created: ['Complete', 'Cancelled'],
  Complete: [],
  Cancelled: [],
}

/** The states from which an order may enter this one: the guard of the write that does it. */
export function statesBefore(to: OrderStatus): OrderStatus[] {
  return OrderStatus.options.filter((from) => NEXT[from].includes(to))
}

/** Whether the order can no longer change its status. */
export function isFinal(status: OrderStatus): boolean {
  return NEXT[status].length === 0
}

/** A change of status with everything that is written along with it. */
export interface Transition {
  to: OrderStatus
  entry: TimelineEntry
  reason?: CancelReason
  /** Present when the event carries the next version: the write is guarded by the version read. */
  published?: { event: OrderEvent; readVersion: number }
}

export function complete(at: Date): Transition {
  return { to: 'Complete', entry: { at, what: 'complete' } }
}

export interface Cancellation {
  reason: CancelReason
  at: Date
}

/** The order is cancelled; payments then gives its money back. */
export function cancel(
  order: { _id: { toString(): string }; version: number },
  { reason, at }: Cancellation,
): Transition {
  const event = orderCancelled(order, order.version + 1, reason)
  return {
    to: 'Cancelled',
    entry: { at, what: 'cancelled' },
    reason,
    published: { event, readVersion: order.version },
  }
}

/** Decides a cancel request: whether there is anything to do; throws `order-final` for a complete order. */
export function isCancellable(status: OrderStatus): boolean {
  if (status === 'Complete')
    throw new ShopError('order-final', 'The order is complete and can no longer be canceled')
  return statesBefore('Cancelled').includes(status)
}

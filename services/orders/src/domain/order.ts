import { OrderStatus, ShopError, type CancelReason } from '@shop/shared/contracts'
import { orderCancelled, type OrderEvent } from './order-events.ts'
import { missingIn, type PaymentSteps, type TimelineEntry } from './timeline.ts'

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
  entries: TimelineEntry[]
  card?: PaymentSteps['card']
  reason?: CancelReason
  completedAt?: Date
  /** What the write is guarded by, besides the status. */
  requires?: { version?: number; entries?: TimelineEntry[] }
  /** Present when the event carries the next version: the write is guarded by the version read. */
  published?: { event: OrderEvent; readVersion: number }
}

interface Order {
  _id: { toString(): string }
  email?: string
  version: number
  timeline: TimelineEntry[]
}

export interface Completion {
  at: Date
  steps: PaymentSteps
}

/** Completes an order whose timeline has the steps of its payment. */
export function complete({ at, steps }: Completion): Transition {
  const { entries } = steps
  const completed: TimelineEntry = { at, what: 'complete' }
  return { to: 'Complete', completedAt: at, entries: [completed], requires: { entries } }
}

/** Completes an order as it was read, with the steps that its timeline lacks. */
export function completeWithSteps(
  { timeline, version }: Order,
  completion: Completion,
): Transition {
  const { at, steps } = completion
  return {
    to: 'Complete',
    completedAt: at,
    entries: [...missingIn(timeline, steps.entries), { at, what: 'complete' }],
    ...(steps.card && { card: steps.card }),
    requires: { version },
  }
}

export interface Cancellation {
  reason: CancelReason
  at: Date
  steps?: PaymentSteps
}

/** The order is cancelled; payments then gives its money back. */
export function cancel(
  order: Order,
  { reason, at, steps = { entries: [] } }: Cancellation,
): Transition {
  const entries: TimelineEntry[] = [
    ...missingIn(order.timeline, steps.entries),
    { at, what: 'cancelled' },
  ]
  const cancelled = { ...order, timeline: [...order.timeline, ...entries] }
  const event = orderCancelled(cancelled, order.version + 1, reason)
  return {
    to: 'Cancelled',
    entries,
    ...(steps.card && { card: steps.card }),
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

import type { OrderResponse } from '@shop/shared/contracts'
import type { Status } from './badge.tsx'

type What = OrderResponse['timeline'][number]['what']

/** When something happened to the order, if it did. */
export function momentIn(
  { timeline }: Pick<OrderResponse, 'timeline'>,
  what: What,
): string | undefined {
  return timeline.find((entry) => entry.what === what)?.at
}

/** Whether nothing will happen to the order by itself any more. */
export function isFinal({ status }: Pick<OrderResponse, 'status'>): boolean {
  return status !== 'Created'
}

/** Whether the order waits for its buyer to pay. */
export function isUnpaid(order: Pick<OrderResponse, 'status' | 'timeline'>): boolean {
  return order.status === 'Created' && momentIn(order, 'authorized') === undefined
}

/** The state of an order in a word or two. */
export function orderStatus(order: Pick<OrderResponse, 'status' | 'timeline' | 'refunds'>): Status {
  if (order.refunds.length > 0) return { text: 'Refunded', kind: 'info', icon: 'back' }
  if (order.status === 'Complete') return { text: 'Complete', kind: 'ok', icon: 'check' }
  if (order.status === 'Cancelled') return { text: 'Cancelled', kind: 'danger', icon: 'close' }
  if (momentIn(order, 'reserved') !== undefined)
    return { text: 'Taking payment', kind: 'info', icon: 'clock' }
  if (momentIn(order, 'authorized') !== undefined)
    return { text: 'Card approved', kind: 'info', icon: 'clock' }
  return { text: 'Waiting for payment', kind: 'warn', icon: 'clock' }
}

import { doneRefunds, type OrderResponse } from '@shop/shared/contracts'
import type { Status } from './badge.tsx'

type What = OrderResponse['timeline'][number]['what']

export function timeOf(
  { timeline }: Pick<OrderResponse, 'timeline'>,
  what: What,
): string | undefined {
  return timeline.find((entry) => entry.what === what)?.at
}

export function isFinal({ status }: Pick<OrderResponse, 'status'>): boolean {
  return status !== 'Created'
}

export function isUnpaid(order: Pick<OrderResponse, 'status' | 'timeline'>): boolean {
  return order.status === 'Created' && timeOf(order, 'authorized') === undefined
}

export function orderStatus(order: Pick<OrderResponse, 'status' | 'timeline' | 'refunds'>): Status {
  if (doneRefunds(order.refunds).length > 0) return { text: 'Refunded', kind: 'info', icon: 'back' }
  if (order.status === 'Complete') return { text: 'Complete', kind: 'ok', icon: 'check' }
  if (order.status === 'Cancelled') return { text: 'Canceled', kind: 'danger', icon: 'close' }
  if (timeOf(order, 'reserved') !== undefined)
    return { text: 'Processing payment', kind: 'info', icon: 'clock' }
  if (timeOf(order, 'authorized') !== undefined)
    return { text: 'Card approved', kind: 'info', icon: 'clock' }
  return { text: 'Waiting for payment', kind: 'warn', icon: 'clock' }
}

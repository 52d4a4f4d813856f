import { doneRefunds, type OrderResponse } from '@shop/shared/contracts'
import type { Status } from './badge.tsx'
import { parcelsStatus } from './parcel-status.ts'

type OrderOfBadge = Pick<OrderResponse, 'status' | 'timeline' | 'refunds' | 'total' | 'parcels'>
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

export function orderStatus(order: OrderOfBadge): Status {
  const back = doneRefunds(order.refunds).reduce((sum, { amount }) => sum + amount, 0)
  if (back > 0 && back >= order.total) return { text: 'Refunded', kind: 'info', icon: 'return' }
  if (order.status === 'Complete') return parcelsStatus(order.parcels)
  if (order.status === 'Cancelled') return { text: 'Canceled', kind: 'danger', icon: 'close' }
  if (timeOf(order, 'reserved') !== undefined)
    return { text: 'Processing payment', kind: 'info', icon: 'clock' }
  if (timeOf(order, 'authorized') !== undefined)
    return { text: 'Card approved', kind: 'info', icon: 'clock' }
  return { text: 'Waiting for payment', kind: 'warn', icon: 'clock' }
}

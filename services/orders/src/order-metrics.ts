import { CancelReason, ReturnStatus } from '@shop/shared/contracts'
import { counter, histogram } from '@shop/shared/metrics'
import type { Return } from './domain/after-sale.ts'
import type { OrderDocument } from './order-document.ts'

const CURRENCY = 'usd'
const SECONDS = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300]

const placed = counter('orders_placed_total', 'Orders that were placed', [])
const completed = counter('orders_completed_total', 'Orders that were paid', [])
const cancelled = counter('orders_cancelled_total', 'Orders that were canceled, by reason', [
  'reason',
])
const revenue = counter(
  'orders_revenue_minor_units_total',
  'Totals of completed orders, in minor units of the currency',
  ['currency'],
)
const completion = histogram(
  'order_completion_seconds',
  'From the authorized payment to the complete order',
  [],
  SECONDS,
)
const returned = counter('returns_total', 'Returns that reached a status', ['status'])

// From the start, so that the first one shows as an increase.
revenue.inc({ currency: CURRENCY }, 0)
for (const reason of CancelReason.options) cancelled.inc({ reason }, 0)
for (const status of ReturnStatus.options) returned.inc({ status }, 0)

/** Counts a new order. */
export function countPlaced(): void {
  placed.inc()
}

/** Counts an order that has ended. */
export function countEnded({ status, reason = 'user', total, timeline }: OrderDocument): void {
  if (status === 'Cancelled') return cancelled.inc({ reason: reason satisfies CancelReason })
  completed.inc()
  revenue.inc({ currency: CURRENCY }, total)
  const authorized = timeline.find(({ what }) => what === 'authorized')
  if (authorized !== undefined)
    completion.observe(Math.max(0, Date.now() - authorized.at.getTime()) / 1000)
}

/** Counts the returns that a change has brought to another status. */
export function countReturns(before: Return[] = [], after: Return[] = before): void {
  for (const { id, status } of after)
    if (before.find((one) => one.id === id)?.status !== status) returned.inc({ status })
}

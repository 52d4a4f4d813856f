import { counter, gauge } from '@shop/shared/metrics'
import type { Model } from 'mongoose'
import { knownDecline } from './domain/decline.ts'
import type { PaymentDocument } from './payment-document.ts'

const CURRENCY = 'usd'

const declines = counter('payment_declines_total', 'Declined cards by code', ['code'])
const refunded = counter(
  'refunds_minor_units_total',
  'Amounts that were refunded, in minor units of the currency',
  ['currency'],
)
// From the start, so that the first one shows as an increase.
refunded.inc({ currency: CURRENCY }, 0)

const isOpen = { $match: { 'refunds.state': 'asked' } }
const OPEN_REFUNDS = [
  // From the index of open refunds.
  isOpen,
  { $unwind: '$refunds' },
  isOpen,
  { $group: { _id: null, count: { $sum: 1 }, oldest: { $min: '$refunds.askedAt' } } },
]

/** Counts a declined card. */
export function countDecline(code: string): void {
  declines.inc({ code: knownDecline(code) })
}

/** Counts money that went back; the amount is in minor units. */
export function countRefunded(amount: number): void {
  refunded.inc({ currency: CURRENCY }, amount)
}

/** Gauges of the refunds that Stripe has not made yet: how many, and how old the oldest is. */
export function measureRefunds(model: Pick<Model<PaymentDocument>, 'aggregate'>): void {
  const read = async () => {
    const [all] = await model.aggregate<{ count: number; oldest: Date | null }>(OPEN_REFUNDS)
    return { count: all?.count ?? 0, oldest: all?.oldest?.getTime() ?? Date.now() }
  }
  gauge('refunds_unfinished', 'Refunds that were asked for', [], async (set) => {
    set({}, (await read()).count)
  })
  gauge(
    'refunds_unfinished_age_seconds',
    'How long the oldest unfinished refund was asked for ago',
    [],
    async (set) => set({}, Math.max(0, Date.now() - (await read()).oldest) / 1000),
  )
}

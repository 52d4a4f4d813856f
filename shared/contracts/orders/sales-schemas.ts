import * as v from 'valibot'
import { daysBetween } from '../days.ts'
import { Id } from '../ids.ts'
import { Amount } from '../money.ts'
import { Count, SoldCounts } from './sold-schemas.ts'

/** Days of one summary. */
export const MAX_SALES_DAYS = 366

function isRealDay(day: string): boolean {
  const at = Date.parse(`${day}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day)
}

const day = (which: string) =>
  v.pipe(
    v.string(),
    v.isoDate('Must be a day like 2026-11-29'),
    v.check(isRealDay, 'Must be a day that exists'),
    v.description(which),
  )

export const SalesQuery = v.pipe(
  v.strictObject({
    from: day('The first day, in UTC.'),
    to: day('The last day, in UTC.'),
  }),
  v.forward(
    v.check(({ from, to }) => from <= to, 'Must not be before the first day'),
    ['to'],
  ),
  v.forward(
    v.check(
      ({ from, to }) => daysBetween(from, to) <= MAX_SALES_DAYS,
      `Must be at most ${MAX_SALES_DAYS} days`,
    ),
    ['to'],
  ),
)
export type SalesQuery = v.InferOutput<typeof SalesQuery>

const figures = { orders: Count, units: Count, revenue: Amount, refunds: Amount }

/** How many parcels are still to be sent although their last day has passed, and how many on their last day. */
const DueCounts = v.strictObject({ late: Count, today: Count })
export type DueCounts = v.InferOutput<typeof DueCounts>

/** What a seller sold and what was refunded of it; amounts without shipping. */
export const SalesResponse = v.strictObject({
  from: v.string(),
  to: v.string(),
  ...figures,
  previous: v.strictObject({ from: v.string(), to: v.string(), ...figures }),
  /** Every day of the period, empty ones too. */
  days: v.array(v.strictObject({ day: v.string(), ...figures })),
  /** The products with the most units sold in the period. */
  bestsellers: v.array(
    v.strictObject({
      productId: Id,
      title: v.string(),
      imageUrl: v.nullable(v.string()),
      units: Count,
      revenue: Amount,
    }),
  ),
  counts: SoldCounts,
  /** Optional because earlier versions do not send it. */
  due: v.optional(DueCounts),
})
export type SalesResponse = v.InferOutput<typeof SalesResponse>

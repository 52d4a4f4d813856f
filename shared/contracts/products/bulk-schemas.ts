import * as v from 'valibot'
import { Id } from '../ids.ts'
import { MAX_BULK } from '../limits.ts'
import { Price, hasCents } from '../money.ts'
import { MAX_PRICE } from '../pricing.ts'
import { Category } from './schemas.ts'

const Percent = v.pipe(
  v.number('Must be a number'),
  v.integer('Must be a whole number'),
  v.minValue(-90, 'Must be at least -90'),
  v.maxValue(900, 'Must be at most 900'),
  v.check((percent) => percent !== 0, 'Must not be 0'),
)

/** What is added to a price, or taken off. */
const Difference = v.pipe(
  v.number('Must be a number'),
  v.minValue(-MAX_PRICE, `Must be at least -${MAX_PRICE}`),
  v.maxValue(MAX_PRICE, `Must be at most ${MAX_PRICE}`),
  v.check(hasCents, 'Must have at most 2 decimal places'),
  v.check((amount) => amount !== 0, 'Must not be 0'),
)

/** One change for many products. */
export const BulkChange = v.variant('action', [
  v.strictObject({ action: v.literal('archive') }),
  v.strictObject({ action: v.literal('restore') }),
  v.strictObject({ action: v.literal('publish') }),
  v.strictObject({ action: v.literal('change-price'), percent: Percent }),
  v.strictObject({ action: v.literal('add-to-price'), amount: Difference }),
  v.strictObject({ action: v.literal('set-price'), price: Price }),
  v.strictObject({ action: v.literal('set-category'), category: Category }),
])
export type BulkChange = v.InferOutput<typeof BulkChange>

/** Body of a bulk change; each product is changed only if it still has this version. */
export const BulkBody = v.strictObject({
  items: v.pipe(
    v.array(v.strictObject({ id: Id, version: v.pipe(v.number(), v.integer(), v.minValue(0)) })),
    v.minLength(1, 'Choose at least one product'),
    v.maxLength(MAX_BULK, `At most ${MAX_BULK} products at once`),
    v.check(
      (items) => new Set(items.map(({ id }) => id)).size === items.length,
      'Each product must be listed once',
    ),
  ),
  change: BulkChange,
})

/** What became of one product. */
export const BulkResult = v.strictObject({
  id: Id,
  /** `unchanged`: it already was as asked. */
  status: v.picklist(['changed', 'unchanged', 'failed']),
  /** Of the product now; missing when it failed. */
  version: v.optional(v.number()),
  /** Why it failed. */
  error: v.optional(v.strictObject({ code: v.string(), message: v.string() })),
})
export type BulkResult = v.InferOutput<typeof BulkResult>

export const BulkResponse = v.strictObject({ results: v.array(BulkResult) })

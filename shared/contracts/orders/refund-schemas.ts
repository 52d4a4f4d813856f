import * as v from 'valibot'
import { Amount, Price } from '../money.ts'
import { lines, note, staff } from './after-sale-fields.ts'
import { RefundReason } from './after-sale.ts'

/** Money that a seller gives back: for lines, or an amount; staff also the shipping. */
export const RefundBody = v.pipe(
  v.strictObject({
    lines: v.optional(lines),
    amount: v.optional(Price),
    shipping: v.optional(
      v.pipe(v.literal(true), v.description('For staff: with what is left of the shipping.')),
    ),
    restock: v.optional(v.boolean()),
    expected: v.optional(
      v.pipe(
        Amount,
        v.description(
          'The `amount` of the dry run: if it is another one by now, nothing is refunded.',
        ),
      ),
    ),
    reason: RefundReason,
    note,
    staff,
  }),
  v.check(
    ({ lines: some, amount, shipping }) =>
      some === undefined ? amount !== undefined || shipping === true : amount === undefined,
    'Must have either lines or an amount',
  ),
  v.check(
    ({ lines: some, restock }) => some !== undefined || restock === undefined,
    'Only lines can be put back in stock',
  ),
)
export type RefundBody = v.InferOutput<typeof RefundBody>

export const RefundQuery = v.strictObject({
  dryRun: v.optional(
    v.pipe(v.literal('1', 'Must be 1'), v.description('Says what would be refunded.')),
  ),
})

/** What a refund would do. */
export const RefundCheck = v.strictObject({
  /** With the shipping. */
  amount: Amount,
  shipping: Amount,
  /** What could still be refunded of the seller’s items after it. */
  left: Amount,
  /** Nothing would be left to send. */
  cancelsParcel: v.boolean(),
})
export type RefundCheck = v.InferOutput<typeof RefundCheck>

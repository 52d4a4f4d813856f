import * as v from 'valibot'
import { LineQuantity } from '../cart/schemas.ts'
import { Id } from '../ids.ts'
import { MAX_LINES, MAX_MESSAGE } from '../limits.ts'
import { Reason } from '../reason.ts'
import { multilineText } from '../text.ts'

/** Staff act for a seller of the order. */
export const ForSeller = v.strictObject({ sellerId: Id, reason: Reason })
export type ForSeller = v.InferOutput<typeof ForSeller>

export const staff = v.optional(
  v.pipe(ForSeller, v.description('For staff: the seller they act for, and why.')),
)

export const note = v.optional(multilineText(MAX_MESSAGE))
export const lines = v.pipe(
  v.array(v.strictObject({ productId: Id, quantity: LineQuantity })),
  v.minLength(1, 'Must have at least one item'),
  v.maxLength(MAX_LINES, `Must have at most ${MAX_LINES} items`),
)

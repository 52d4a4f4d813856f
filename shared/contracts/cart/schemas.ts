import * as v from 'valibot'
import { Id } from '../ids.ts'
import { MAX_PER_LINE } from '../limits.ts'
import { Amount } from '../money.ts'

export const LineQuantity = v.pipe(
  v.number('Must be a number'),
  v.integer('Must be a whole number'),
  v.minValue(1, 'Must be at least 1'),
  v.maxValue(MAX_PER_LINE, `Must be at most ${MAX_PER_LINE}`),
)

/** Body that sets a line of the cart or adds to it. The price never comes from the client. */
export const CartItemBody = v.union(
  [
    v.strictObject({ productId: Id, quantity: LineQuantity }),
    v.strictObject({ productId: Id, add: LineQuantity }),
  ],
  'Must have either `quantity` or `add`',
)

export const CartResponse = v.strictObject({
  id: Id,
  userId: Id,
  items: v.array(
    v.strictObject({
      productId: Id,
      quantity: v.number(),
      title: v.string(),
      price: Amount,
      seenPrice: Amount,
      imageUrl: v.nullable(v.string()),
      available: v.number(),
      /** Missing while nothing is known of the product. */
      sellerId: v.optional(Id),
      drift: v.optional(v.picklist(['price', 'short', 'gone'])),
    }),
  ),
  total: Amount,
  version: v.number(),
})
export type CartResponse = v.InferOutput<typeof CartResponse>

import * as v from 'valibot'
import { Id } from '../ids.ts'
import { MAX_ALT, MAX_DESCRIPTION, MAX_PICTURES, MAX_STOCK, MAX_TITLE } from '../limits.ts'
import { Amount, Price } from '../money.ts'
import { pageQuery } from '../page.ts'
import { multilineText, optionalText, visibleText } from '../text.ts'

export const CATEGORIES = [
  'kitchen',
  'home',
  'garden',
  'clothing',
  'accessories',
  'electronics',
  'music-craft',
  'sport-play',
] as const

export const Category = v.picklist(CATEGORIES, `Must be one of ${CATEGORIES.join(', ')}`)
export type Category = v.InferOutput<typeof Category>

const Title = visibleText(MAX_TITLE)

const Description = multilineText(MAX_DESCRIPTION)

const MOST = MAX_STOCK.toLocaleString('en-US')

const Stock = v.pipe(
  v.number('Must be a number'),
  v.integer('Must be a whole number'),
  v.minValue(0, 'Must be at least 0'),
  v.maxValue(MAX_STOCK, `Must be at most ${MOST}`),
)

/** Why a product is not for sale; several can apply at once. */
export const OFF_REASONS = ['archived', 'draft', 'hidden', 'blocked'] as const
export type OffReason = (typeof OFF_REASONS)[number]

export const CreateProductBody = v.strictObject({
  title: Title,
  price: Price,
  quantity: Stock,
  description: v.optional(Description),
  category: v.optional(Category),
  /** Only its seller sees it, until it is published. */
  draft: v.optional(v.boolean('Must be true or false')),
})
export type CreateProductBody = v.InferOutput<typeof CreateProductBody>

/** Body of an update: an optional field that is missing stays as it is; `quantity` is applied as a difference. */
export const UpdateProductBody = v.strictObject({
  title: Title,
  price: Price,
  quantity: v.optional(Stock),
  description: v.optional(Description),
  category: v.optional(Category),
  version: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
})
export type UpdateProductBody = v.InferOutput<typeof UpdateProductBody>

export const STOCK_REASONS = ['delivery', 'count', 'damage', 'other'] as const
export type StockReason = (typeof STOCK_REASONS)[number]

/** Why a quantity changed: besides a seller's reasons, what the shop records by itself. */
export const LEDGER_REASONS = [
  'opening',
  'edit',
  'sale',
  'return',
  'import',
  ...STOCK_REASONS,
] as const
export type LedgerReason = (typeof LEDGER_REASONS)[number]

/** Body of a stock change: units added, or removed when negative, and why. */
export const ChangeStockBody = v.strictObject({
  delta: v.pipe(
    v.number('Must be a number'),
    v.integer('Must be a whole number'),
    v.minValue(-MAX_STOCK, `Must be at least -${MOST}`),
    v.maxValue(MAX_STOCK, `Must be at most ${MOST}`),
    v.check((delta) => delta !== 0, 'Must not be 0'),
  ),
  reason: v.picklist(STOCK_REASONS, `Must be one of ${STOCK_REASONS.join(', ')}`),
})
export type ChangeStockBody = v.InferOutput<typeof ChangeStockBody>

/** Fields of the form with a picture, besides the file `image`. Without `alt` the product's title is used. */
export const AddPictureForm = v.strictObject({
  alt: v.optional(optionalText(MAX_ALT)),
})
export type AddPictureForm = v.InferOutput<typeof AddPictureForm>

/**
 * Body that reorders the pictures: the name of every picture, once. A picture's name is the last part of its `url`
 * without the `-1200.webp` at the end.
 */
export const OrderPicturesBody = v.strictObject({
  order: v.pipe(v.array(v.string()), v.maxLength(MAX_PICTURES)),
})

export const ProductResponse = v.strictObject({
  id: Id,
  title: v.string(),
  description: v.string(),
  category: v.nullable(Category),
  price: Amount,
  quantity: v.number(),
  available: v.number(),
  imageUrl: v.nullable(v.string()),
  images: v.array(v.strictObject({ url: v.string(), alt: v.string() })),
  userId: Id,
  sellerName: v.optional(v.string()),
  /** Whether it cannot be bought, for any reason. */
  archived: v.boolean(),
  /** Why; missing while it can be bought. */
  off: v.optional(v.array(v.picklist(OFF_REASONS))),
  /** While staff have hidden it; its seller can appeal once. */
  hiding: v.optional(
    v.strictObject({
      reason: v.string(),
      at: v.string(),
      appeal: v.optional(v.strictObject({ note: v.string(), at: v.string() })),
    }),
  ),
  version: v.number(),
  createdAt: v.string(),
  updatedAt: v.string(),
})
export type ProductResponse = v.InferOutput<typeof ProductResponse>

/** Query parameters of a product's stock ledger. */
export const StockMovesQuery = v.strictObject(pageQuery)

/** A change of a product's quantity: by a user, or by an order. */
export const StockMoveResponse = v.strictObject({
  id: Id,
  delta: v.number(),
  reason: v.picklist(LEDGER_REASONS),
  /** The quantity after it. */
  after: v.number(),
  at: v.string(),
  by: v.optional(Id),
  orderId: v.optional(Id),
})

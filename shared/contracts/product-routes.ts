import * as v from 'valibot'
import { Id } from './ids.ts'
import { Amount, Price } from './money.ts'
import { pageQuery } from './page.ts'

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

const Title = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1, 'Must not be empty'),
  v.maxLength(200, 'Must have at most 200 characters'),
)

const Description = v.pipe(v.string(), v.maxLength(5000, 'Must have at most 5,000 characters'))

const Stock = v.pipe(
  v.number('Must be a number'),
  v.integer('Must be a whole number'),
  v.minValue(0, 'Must be at least 0'),
  v.maxValue(1_000_000, 'Must be at most 1,000,000'),
)

export const CreateProductBody = v.strictObject({
  title: Title,
  price: Price,
  quantity: Stock,
  description: v.optional(Description),
  category: v.optional(Category),
})
export type CreateProductBody = v.InferOutput<typeof CreateProductBody>

/** Body of an edit: what is left out stays as it is; `quantity` is applied as a difference. */
export const UpdateProductBody = v.strictObject({
  title: v.optional(Title),
  price: v.optional(Price),
  quantity: v.optional(Stock),
  description: v.optional(Description),
  category: v.optional(Category),
  version: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
})
export type UpdateProductBody = v.InferOutput<typeof UpdateProductBody>

/** Query of the catalogue's list. */
export const ListProductsQuery = v.strictObject(pageQuery)
export type ListProductsQuery = v.InferOutput<typeof ListProductsQuery>

export const ProductReply = v.strictObject({
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
  archived: v.boolean(),
  version: v.number(),
  createdAt: v.string(),
  updatedAt: v.string(),
})
export type ProductReply = v.InferOutput<typeof ProductReply>

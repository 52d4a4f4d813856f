import * as v from 'valibot'
import { Id } from '../ids.ts'
import { MAX_LOW_STOCK, MAX_SEARCH, MAX_TOTAL } from '../limits.ts'
import { Amount } from '../money.ts'
import { cursor, pageQuery } from '../page.ts'
import { MAX_PRICE } from '../pricing.ts'
import { Category, ProductResponse } from './schemas.ts'

const price = (bound: string) =>
  v.optional(
    v.pipe(
      v.string(),
      v.regex(
        /^\d{1,6}(\.\d{1,2})?$/,
        `Must be an amount from 0 to ${MAX_PRICE.toLocaleString('en-US')} like 12.50`,
      ),
      v.transform(Number),
      v.number(),
      v.minValue(0),
      v.description(bound),
    ),
  )

const flag = (effect: string) =>
  v.optional(v.pipe(v.literal('1', 'Must be 1'), v.description(effect)))

export const SORTS = ['newest', 'price', '-price', 'title'] as const
export type Sort = (typeof SORTS)[number]

const PRODUCT_STATUSES = ['all', 'live', 'draft', 'soldout', 'archived'] as const
export type ProductStatus = (typeof PRODUCT_STATUSES)[number]

/** Query of the list of products; `status`, `low` and `counts` are for the seller only. */
export const ListProductsQuery = v.strictObject({
  ...pageQuery,
  // Longer than other cursors: it contains a title.
  cursor: cursor(1000),
  q: v.optional(
    v.pipe(
      v.string(),
      v.trim(),
      v.maxLength(MAX_SEARCH, `Must have at most ${MAX_SEARCH} characters`),
      v.description('Words in the title; each matches as a prefix.'),
    ),
  ),
  category: v.optional(v.pipe(Category, v.description('Only this category.'))),
  minPrice: price('The lowest price.'),
  maxPrice: price('The highest price.'),
  inStock: flag('Only products that are available.'),
  seller: v.optional(v.pipe(Id, v.description('Only products of this user.'))),
  sort: v.optional(
    v.pipe(
      v.picklist(SORTS, `Must be one of ${SORTS.join(', ')}`),
      v.description('The order of the products.'),
    ),
  ),
  facets: flag('Adds `facets` and `total` to the page.'),
  status: v.optional(
    v.pipe(
      v.picklist(PRODUCT_STATUSES, `Must be one of ${PRODUCT_STATUSES.join(', ')}`),
      v.description('Only the seller’s own products with this status.'),
    ),
  ),
  low: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^\d{1,4}$/, 'Must be a whole number'),
      v.transform(Number),
      v.number(),
      v.maxValue(MAX_LOW_STOCK, `Must be at most ${MAX_LOW_STOCK}`),
      v.description('Only the seller’s own products of which at most this many are available.'),
    ),
  ),
  counts: flag('Adds how many products the seller has by status, whatever else is asked for.'),
})
export type ListProductsQuery = v.InferOutput<typeof ListProductsQuery>

const Count = v.pipe(v.number(), v.integer(), v.minValue(0))

export const ProductFacets = v.strictObject({
  /** Every category in the order of CATEGORIES, empty ones too. */
  categories: v.array(v.strictObject({ name: Category, count: Count })),
  /** The 10 with the most products; the name is missing while the seller has none. */
  sellers: v.array(v.strictObject({ id: Id, name: v.optional(v.string()), count: Count })),
  /** The number of all sellers. */
  sellerCount: Count,
  /** Both 0 when nothing matches. */
  price: v.strictObject({ min: Amount, max: Amount }),
})
export type ProductFacets = v.InferOutput<typeof ProductFacets>

/** A seller’s products by status. */
export const ProductCounts = v.strictObject({
  all: Count,
  live: Count,
  draft: Count,
  soldout: Count,
  archived: Count,
})
export type ProductCounts = v.InferOutput<typeof ProductCounts>

/** A page of products. */
export const ProductPageResponse = v.strictObject({
  items: v.array(ProductResponse),
  nextCursor: v.nullable(v.string()),
  facets: v.optional(ProductFacets),
  total: v.optional(v.pipe(Count, v.maxValue(MAX_TOTAL))),
  counts: v.optional(ProductCounts),
})
export type ProductPageResponse = v.InferOutput<typeof ProductPageResponse>

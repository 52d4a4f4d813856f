import * as v from 'valibot'
import { Id } from '../ids.ts'
import { MAX_SEARCH, MAX_TOTAL } from '../limits.ts'
import { Amount } from '../money.ts'
import { pageQuery } from '../page.ts'
import { Category, ProductResponse } from './schemas.ts'

const PriceText = v.pipe(
  v.string(),
  v.regex(/^\d{1,6}(\.\d{1,2})?$/, 'Must be an amount from 0 to 999,999.99 like 12.50'),
  v.transform(Number),
)

const Flag = v.literal('1', 'Must be 1')

export const SORTS = ['newest', 'price', '-price', 'title'] as const
export type Sort = (typeof SORTS)[number]

/** Query of the catalogue's list; `status` and `low` are for the seller alone. */
export const ListProductsQuery = v.strictObject({
  ...pageQuery,
  // Longer than other cursors: it holds the title that its page ended with.
  cursor: v.optional(v.pipe(v.string(), v.maxLength(1000))),
  q: v.optional(
    v.pipe(
      v.string(),
      v.trim(),
      v.maxLength(MAX_SEARCH, `Must have at most ${MAX_SEARCH} characters`),
    ),
  ),
  category: v.optional(Category),
  minPrice: v.optional(PriceText),
  maxPrice: v.optional(PriceText),
  inStock: v.optional(Flag),
  seller: v.optional(Id),
  sort: v.optional(v.picklist(SORTS, `Must be one of ${SORTS.join(', ')}`)),
  facets: v.optional(Flag),
  status: v.optional(
    v.picklist(['live', 'soldout', 'archived'], 'Must be one of live, soldout, archived'),
  ),
  low: v.optional(Flag),
})
export type ListProductsQuery = v.InferOutput<typeof ListProductsQuery>

const Count = v.pipe(v.number(), v.integer(), v.minValue(0))

export const ProductFacets = v.strictObject({
  /** Every category, in the order of CATEGORIES, also those with nothing in them. */
  categories: v.array(v.strictObject({ name: Category, count: Count })),
  /** The 10 that sell most of the products; without a name as long as the seller has none. */
  sellers: v.array(v.strictObject({ id: Id, name: v.optional(v.string()), count: Count })),
  /** How many sellers there are in all. */
  sellerCount: Count,
  /** Both 0 when there is nothing. */
  price: v.strictObject({ min: Amount, max: Amount }),
})
export type ProductFacets = v.InferOutput<typeof ProductFacets>

/** A page of the catalogue; a bare request gets its items alone, as an array. */
export const ProductPageResponse = v.strictObject({
  items: v.array(ProductResponse),
  nextCursor: v.nullable(v.string()),
  facets: v.optional(ProductFacets),
  total: v.optional(v.pipe(Count, v.maxValue(MAX_TOTAL))),
})
export type ProductPageResponse = v.InferOutput<typeof ProductPageResponse>

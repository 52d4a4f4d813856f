import {
  searchPrefixes,
  toMinorUnits,
  wordsOf,
  type ListProductsQuery,
  type ProductStatus,
} from '@shop/shared/contracts'
import { decodeCursor, orderOf } from '../domain/catalogue-order.ts'
import { priceKey } from '../domain/search-keys.ts'

export type Filter = Record<string, unknown>

const MAX_LOOKED_UP = 3

/** Sorts after every hex digit. */
const AFTER_ANY_ID = 'g'

export function isSellerQuery({ status, low, counts }: ListProductsQuery): boolean {
  return status !== undefined || low !== undefined || counts !== undefined
}

/** The filter of a query without its paging; one facet can be left out. */
export function filterOf(
  query: ListProductsQuery,
  without?: 'category' | 'seller' | 'price',
): Filter {
  const { status, category, seller, q = '' } = query
  return {
    ...STATUS_FILTERS[status ?? 'live'],
    ...(category !== undefined && without !== 'category' && { category }),
    ...(seller !== undefined && without !== 'seller' && { userId: seller }),
    ...(without !== 'price' && priceFilter(query)),
    ...stockFilter(query),
    ...textFilter(q),
  }
}

/** The filter and sort of one page: what comes after the cursor. */
export function pageOf(query: ListProductsQuery): { filter: Filter; sort: Record<string, 1 | -1> } {
  const { sort = 'newest', cursor } = query
  const { key, direction } = orderOf(sort)
  const path = `search.${key}`
  const filter = filterOf(query)
  if (cursor !== undefined) {
    const behind = { [direction === 1 ? '$gt' : '$lt']: decodeCursor(sort, cursor) }
    filter[path] = Object.assign(behind, filter[path])
  }
  return { filter, sort: { [path]: direction } }
}

/** A draft that was archived is found among the archived products. */
const STATUS_FILTERS: Record<ProductStatus, Filter> = {
  all: { archived: { $in: [true, false] } },
  live: { archived: false },
  draft: { archived: true, off: { $eq: 'draft', $ne: 'archived' } },
  soldout: { archived: false },
  archived: { archived: true, $or: [{ off: 'archived' }, { off: { $ne: 'draft' } }] },
}

function priceFilter({ minPrice, maxPrice }: ListProductsQuery): Filter {
  if (minPrice === undefined && maxPrice === undefined) return {}
  const from = minPrice !== undefined && { $gte: priceKey(toMinorUnits(minPrice)) }
  const to = maxPrice !== undefined && { $lte: priceKey(toMinorUnits(maxPrice)) + AFTER_ANY_ID }
  return { 'search.price': { ...from, ...to } }
}

function stockFilter({ inStock, status, low }: ListProductsQuery): Filter {
  const available = {
    ...((inStock !== undefined || status === 'live') && { $gt: 0 }),
    ...(low !== undefined && { $lte: low }),
    ...(status === 'soldout' && { $lte: 0 }),
  }
  return Object.keys(available).length === 0 ? {} : { available }
}

/** Every word must be a prefix of a word of the title; a text without words matches nothing. */
function textFilter(q: string): Filter {
  if (q === '') return {}
  const beginnings = searchPrefixes(wordsOf(q))
    .toSorted((a, b) => b.length - a.length)
    .map((word) => new RegExp(`^${word}`))
  if (beginnings.length === 0) return { 'search.words': { $in: [] } }
  // The planner tries a plan for every indexed word: only the longest are offered to it.
  const others = beginnings.slice(MAX_LOOKED_UP).map((word) => ({ 'search.words': { $not: word } }))
  return {
    'search.words': { $all: beginnings.slice(0, MAX_LOOKED_UP) },
    ...(others.length > 0 && { $nor: others }),
  }
}

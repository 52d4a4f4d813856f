import { CATEGORIES, MAX_SEARCH, SORTS, type Category, type Sort } from '@shop/shared/contracts'
import { priceRangeOf } from './price-range.ts'

export interface Filters {
  q: string
  category: Category | null
  minPrice: number | null
  maxPrice: number | null
  inStock: boolean
  seller: string | null
  sort: Sort
}

/** How many products a page of the catalogue adds. */
export const PAGE = 16

export function parseFilters(params: URLSearchParams): Filters {
  const { minPrice, maxPrice } = priceRangeOf(params)
  const seller = params.get('seller')?.toLowerCase() ?? ''
  return {
    q: (params.get('q') ?? '').trim().slice(0, MAX_SEARCH),
    category: CATEGORIES.find((category) => category === params.get('category')) ?? null,
    minPrice: minPrice.amount,
    maxPrice: maxPrice.amount,
    inStock: params.get('inStock') === '1',
    seller: /^[\da-f]{24}$/.test(seller) ? seller : null,
    sort: SORTS.find((sort) => sort === params.get('sort')) ?? 'newest',
  }
}

/** URL parameters that make no sense; invalid prices are reported at their fields. */
export function ignoredParams(params: URLSearchParams, filters: Filters): string[] {
  const asked = (name: string) => (params.get(name) ?? '') !== ''
  const ignored: [string, boolean][] = [
    ['category', asked('category') && filters.category === null],
    ['seller', asked('seller') && filters.seller === null],
    ['availability', asked('inStock') && !filters.inStock],
    ['sort order', asked('sort') && params.get('sort') !== filters.sort],
  ]
  return ignored.filter(([, isIgnored]) => isIgnored).map(([name]) => name)
}

/** The canonical URL: only parameters that are set, in a fixed order. */
export function catalogueUrl(filters: Partial<Filters>, cursor: string | null = null): string {
  const { q, category, minPrice, maxPrice, inStock, seller, sort } = filters
  const order = sort === 'newest' ? null : sort
  const isIn = inStock === true ? '1' : null
  const named = { q, category, minPrice, maxPrice, inStock: isIn, seller, sort: order, cursor }
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(named))
    if (value != null && value !== '') params.set(name, String(value))
  return params.size === 0 ? '/' : `/?${params}`
}

export function catalogueQuery(filters: Filters, cursor: string | null): URLSearchParams {
  const params = new URLSearchParams(catalogueUrl(filters, cursor).slice(2))
  params.set('limit', String(PAGE))
  return params
}

export function isFiltered(filters: Filters): boolean {
  return catalogueUrl({ ...filters, sort: 'newest' }) !== '/'
}

/** Search engines index all products, one category or one seller. */
export function isForSearchEngines(filters: Filters): boolean {
  const { category, seller } = filters
  const address = catalogueUrl(filters)
  return [{}, { category }, { seller }].some((known) => catalogueUrl(known) === address)
}

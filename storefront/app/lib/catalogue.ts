import { CATEGORIES, SORTS, type Category, type Sort } from '@shop/shared/contracts'
import { readAmount } from './money.ts'

/** What a shopper has chosen in the catalogue, as its address says. */
export interface Choice {
  q: string
  category: Category | null
  minPrice: number | null
  maxPrice: number | null
  inStock: boolean
  seller: string | null
  sort: Sort
}

const PAGE = 16

/** Reads the address; what makes no sense there is left out rather than refused. */
export function choiceOf(params: URLSearchParams): Choice {
  const amount = (name: string) => readAmount(params.get(name) ?? '')
  return {
    q: (params.get('q') ?? '').trim().slice(0, 100),
    category: CATEGORIES.find((category) => category === params.get('category')) ?? null,
    minPrice: amount('minPrice'),
    maxPrice: amount('maxPrice'),
    inStock: params.get('inStock') === '1',
    seller: /^[\da-f]{24}$/.test(params.get('seller') ?? '') ? params.get('seller') : null,
    sort: SORTS.find((sort) => sort === params.get('sort')) ?? 'newest',
  }
}

/** The address of a choice: only what differs from everything, in one order. */
export function addressOf(choice: Partial<Choice>): string {
  const { q, category, minPrice, maxPrice, inStock, seller, sort } = choice
  const params = new URLSearchParams({
    ...(q && { q }),
    ...(category && { category }),
    ...(minPrice != null && { minPrice: String(minPrice) }),
    ...(maxPrice != null && { maxPrice: String(maxPrice) }),
    ...(inStock === true && { inStock: '1' }),
    ...(seller && { seller }),
    ...(sort !== undefined && sort !== 'newest' && { sort }),
  })
  return params.size === 0 ? '/' : `/?${params}`
}

/** The query of the list that this choice asks the service for. */
export function queryOf(choice: Choice, cursor: string | null): URLSearchParams {
  const params = new URLSearchParams(addressOf(choice).slice(2))
  params.set('limit', String(PAGE))
  params.set('facets', '1')
  if (cursor !== null) params.set('cursor', cursor)
  return params
}

/** Whether anything but the order is chosen. */
export function isFiltered(choice: Choice): boolean {
  return addressOf({ ...choice, sort: 'newest' }) !== '/'
}

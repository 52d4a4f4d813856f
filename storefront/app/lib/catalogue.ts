import { CATEGORIES, MAX_SEARCH, SORTS, type Category, type Sort } from '@shop/shared/contracts'
import { priceRangeOf } from './price-range.ts'

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

/** How many products a page of the catalogue adds. */
export const PAGE = 16

/** Reads the address; `ignoredIn` names what makes no sense there. */
export function choiceOf(params: URLSearchParams): Choice {
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

/** What an address asks for that there is not; prices are explained at their fields. */
export function ignoredIn(params: URLSearchParams, choice: Choice): string[] {
  const asked = (name: string) => (params.get(name) ?? '') !== ''
  const ignored: [string, boolean][] = [
    ['category', asked('category') && choice.category === null],
    ['seller', asked('seller') && choice.seller === null],
    ['availability', asked('inStock') && !choice.inStock],
    ['order', asked('sort') && params.get('sort') !== choice.sort],
  ]
  return ignored.filter(([, isIgnored]) => isIgnored).map(([name]) => name)
}

/** The address of a choice: only what differs from everything, in one order. */
export function addressOf(choice: Partial<Choice>, cursor: string | null = null): string {
  const { q, category, minPrice, maxPrice, inStock, seller, sort } = choice
  const order = sort === 'newest' ? null : sort
  const isIn = inStock === true ? '1' : null
  const named = { q, category, minPrice, maxPrice, inStock: isIn, seller, sort: order, cursor }
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(named))
    if (value != null && value !== '') params.set(name, String(value))
  return params.size === 0 ? '/' : `/?${params}`
}

/** The query of the list that this choice asks the service for. */
export function queryOf(choice: Choice, cursor: string | null): URLSearchParams {
  const params = new URLSearchParams(addressOf(choice, cursor).slice(2))
  params.set('limit', String(PAGE))
  return params
}

/** Whether anything but the order is chosen. */
export function isFiltered(choice: Choice): boolean {
  return addressOf({ ...choice, sort: 'newest' }) !== '/'
}

/** Whether search engines are to know the list: all products, those of a category or of a seller. */
export function isForSearchEngines(choice: Choice): boolean {
  const { category, seller } = choice
  const address = addressOf(choice)
  return [{}, { category }, { seller }].some((known) => addressOf(known) === address)
}

/** Whether a text to search for holds any letter or digit: without one, nothing can be found. */
export function hasWord(q: string): boolean {
  return /[\p{L}\p{N}]/u.test(q)
}

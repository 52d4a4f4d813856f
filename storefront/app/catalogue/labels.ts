import { MAX_TOTAL, type Sort } from '@shop/shared/contracts'
import { money } from '../lib/money.ts'
import { categoryName, count } from '../lib/words.ts'
import type { Filters } from './filters.ts'

export const SORT_NAMES: Record<Sort, string> = {
  newest: 'Newest first',
  price: 'Price, low to high',
  '-price': 'Price, high to low',
  title: 'Name',
}

/** The service stops counting at a limit. */
export function totalOf(total: number, what: string): string {
  return total >= MAX_TOTAL ? `${count(MAX_TOTAL, what)} or more` : count(total, what)
}

export function headingOf({ q, category }: Filters, seller: string | null): string {
  if (q !== '') return `“${q}”`
  if (category === null) return seller === null ? 'All products' : `Products from ${seller}`
  return seller === null ? categoryName(category) : `${categoryName(category)} from ${seller}`
}

export interface Chip {
  name: string
  without: Partial<Filters>
}

export function filterChips(filters: Filters, sellerName: string | null): Chip[] {
  const { category, minPrice, maxPrice, inStock, seller } = filters
  const chips: (Chip | false)[] = [
    category !== null && { name: categoryName(category), without: { category: null } },
    minPrice !== null && { name: `From ${money(minPrice)}`, without: { minPrice: null } },
    maxPrice !== null && { name: `Up to ${money(maxPrice)}`, without: { maxPrice: null } },
    inStock && { name: 'In stock', without: { inStock: false } },
    seller !== null && { name: sellerName ?? 'Seller', without: { seller: null } },
  ]
  return chips.filter((chip) => chip !== false)
}

/** Announces the changed list to screen readers. */
export function summaryOf(filters: Filters, total: number, seller: string | null): string {
  const found =
    filters.q === '' ? totalOf(total, 'product') : `${totalOf(total, 'result')} for “${filters.q}”`
  const chips = filterChips(filters, seller).map(({ name }) => name)
  return [found, ...chips, `sorted by ${SORT_NAMES[filters.sort]}`].join(', ')
}

import { MAX_TOTAL, type Sort } from '@shop/shared/contracts'
import { money } from '../lib/money.ts'
import { categoryName, count } from '../lib/words.ts'
import type { Choice } from './filters.ts'

export const SORT_NAMES: Record<Sort, string> = {
  newest: 'Newest first',
  price: 'Price, low to high',
  '-price': 'Price, high to low',
  title: 'Name',
}

/** How many there are, of which no more than so many are counted. */
export function totalOf(total: number, what: string): string {
  return total >= MAX_TOTAL ? `${count(MAX_TOTAL, what)} or more` : count(total, what)
}

/** What the chosen products are called; `seller` is the chosen seller's name. */
export function headingOf({ q, category }: Choice, seller: string | null): string {
  if (q !== '') return `“${q}”`
  if (category === null) return seller === null ? 'All products' : `Products of ${seller}`
  return seller === null ? categoryName(category) : `${categoryName(category)} of ${seller}`
}

/** A filter that is on, and what the choice is without it. */
export interface Chip {
  name: string
  without: Partial<Choice>
}

/** The filters that are on. */
export function chipsOf(choice: Choice, sellerName: string | null): Chip[] {
  const { category, minPrice, maxPrice, inStock, seller } = choice
  const chips: (Chip | false)[] = [
    category !== null && { name: categoryName(category), without: { category: null } },
    minPrice !== null && { name: `From ${money(minPrice)}`, without: { minPrice: null } },
    maxPrice !== null && { name: `Up to ${money(maxPrice)}`, without: { maxPrice: null } },
    inStock && { name: 'In stock', without: { inStock: false } },
    seller !== null && { name: sellerName ?? 'Seller', without: { seller: null } },
  ]
  return chips.filter((chip) => chip !== false)
}

/** The whole list in a sentence, for who does not see that it has changed. */
export function summaryOf(choice: Choice, total: number, seller: string | null): string {
  const found =
    choice.q === '' ? totalOf(total, 'product') : `${totalOf(total, 'result')} for “${choice.q}”`
  const filters = chipsOf(choice, seller).map(({ name }) => name)
  return [found, ...filters, `sorted: ${SORT_NAMES[choice.sort]}`].join(', ')
}

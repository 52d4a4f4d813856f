import { MAX_SEARCH } from '@shop/shared/contracts'
import { count } from './words.ts'

/** What a seller's list can be narrowed to; without a choice it shows all that is not archived. */
export const SHOWS = [
  ['', 'In the shop'],
  ['live', 'Live'],
  ['low', 'Low stock'],
  ['soldout', 'Sold out'],
  ['archived', 'Archived'],
] as const

type Show = (typeof SHOWS)[number][0]

/** What a seller has chosen in the list of products, as its address says. */
export interface SellChoice {
  q: string
  show: Show
}

const PAGE = 20

/** Reads the address; what makes no sense there is left out. */
export function sellChoiceOf(params: URLSearchParams): SellChoice {
  return {
    q: (params.get('q') ?? '').trim().slice(0, MAX_SEARCH),
    show: SHOWS.find(([show]) => show === params.get('show'))?.[0] ?? '',
  }
}

/** The address of a choice, and of a further page of it. */
export function sellAddressOf({ q, show }: SellChoice, cursor: string | null = null): string {
  const params = new URLSearchParams({
    ...(q !== '' && { q }),
    ...(show !== '' && { show }),
    ...(cursor !== null && { cursor }),
  })
  return params.size === 0 ? '/sell/products' : `/sell/products?${params}`
}

/** The query of the service's list for a choice; the list is the seller's own. */
export function sellQueryOf(
  { q, show }: SellChoice,
  seller: string,
  cursor: string | null,
): URLSearchParams {
  return new URLSearchParams({
    seller,
    limit: String(PAGE),
    ...(q !== '' && { q }),
    ...(show === 'low' ? { low: '1' } : show !== '' && { status: show }),
    ...(cursor !== null && { cursor }),
  })
}

/** What the list shows in a sentence, for who does not see that it has changed. */
export function sellSummaryOf(
  { q, show }: SellChoice,
  items: readonly unknown[],
  isFirst: boolean,
): string {
  const state = SHOWS.find(([known]) => known === show)?.[1]
  const found = count(items.length, isFirst ? 'product' : 'further product')
  return [`${found} shown`, state, q !== '' && `for “${q}”`].filter(Boolean).join(', ')
}

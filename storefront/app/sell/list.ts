import { MAX_SEARCH } from '@shop/shared/contracts'
import { count } from '../lib/words.ts'

export const LIST_STATES = [
  ['', 'All'],
  ['live', 'Live'],
  ['draft', 'Drafts'],
  ['soldout', 'Sold out'],
  ['archived', 'Archived'],
  ['low', 'Low stock'],
] as const

type Show = (typeof LIST_STATES)[number][0]

export interface ListFilters {
  q: string
  show: Show
}

const PAGE = 20

export function parseListFilters(params: URLSearchParams): ListFilters {
  return {
    q: (params.get('q') ?? '').trim().slice(0, MAX_SEARCH),
    show: LIST_STATES.find(([show]) => show === params.get('show'))?.[0] ?? '',
  }
}

export function listUrl({ q, show }: ListFilters): string {
  const params = new URLSearchParams({
    ...(q !== '' && { q }),
    ...(show !== '' && { show }),
  })
  return params.size === 0 ? '/sell/products' : `/sell/products?${params}`
}

/** Where forms of the list are sent to: the page itself, with its filters. */
export function listAction(filters: ListFilters): string {
  const [path, query] = listUrl(filters).split('?')
  return query === undefined ? `${path}?index` : `${path}?index&${query}`
}

export function listQuery(
  { q, show }: ListFilters,
  { seller, lowStock }: { seller: string; lowStock: number },
  cursor: string | null,
): URLSearchParams {
  return new URLSearchParams({
    seller,
    limit: String(PAGE),
    ...(q !== '' && { q }),
    counts: '1',
    ...(show === 'low' ? { low: String(lowStock) } : { status: show === '' ? 'all' : show }),
    ...(cursor !== null && { cursor }),
  })
}

/** Announces the changed list to screen readers. */
export function listSummary(
  { q, show }: ListFilters,
  items: readonly unknown[],
  isFirst: boolean,
): string {
  const state = LIST_STATES.find(([known]) => known === show)?.[1]
  const found = count(items.length, isFirst ? 'product' : 'further product')
  return [`${found} shown`, state, q !== '' && `for “${q}”`].filter(Boolean).join(', ')
}

import { expect, test } from 'bun:test'
import { joined } from './join-pages.ts'
import type { CardProduct } from './product-card.tsx'

const items = (ids: string) =>
  Array.from(ids, (id): CardProduct => ({
    id,
    title: id,
    price: 1,
    available: 1,
    imageUrl: null,
    userId: 'u',
    archived: false,
  }))
const shown = (page: { items: CardProduct[] }) => page.items.map(({ id }) => id).join('')

test('pages are joined as long as each follows the one before', () => {
  const below = new Map([
    ['b', { items: items('cd'), nextCursor: 'd' }],
    ['d', { items: items('e'), nextCursor: null }],
    ['z', { items: items('xy'), nextCursor: null }],
  ])
  const all = joined({ items: items('ab'), nextCursor: 'b' }, below)
  expect([shown(all), all.nextCursor, all.pages]).toEqual(['abcde', null, 2])
  const other = joined({ items: items('ab'), nextCursor: 'q' }, below)
  expect([shown(other), other.nextCursor, other.pages]).toEqual(['ab', 'q', 0])
})

test('a product that has moved to a later page is shown once', () => {
  const below = new Map([['b', { items: items('bc'), nextCursor: null }]])
  expect(shown(joined({ items: items('ab'), nextCursor: 'b' }, below))).toBe('abc')
})

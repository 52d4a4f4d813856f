import { expect, test } from 'bun:test'
import { searchPrefixes, wordsOf } from '@shop/shared/contracts'
import fc from 'fast-check'
import { encodeCursor } from '../domain/catalogue-order.ts'
import { newProduct } from '../domain/product.ts'
import { filterOf, pageOf } from './query.ts'

const body = { title: 'Mug', price: 12.5, quantity: 1 }
const id = '64b7f0c2a1b2c3d4e5f60718'
const last = newProduct(id, { sub: 's' }, body, new Date(0))

test('no filters match every product that is not archived, newest first', () => {
  expect(pageOf({})).toEqual({ filter: { archived: false }, sort: { 'search.newest': -1 } })
})

test('the page after a cursor stays within the price range', () => {
  const range = { minPrice: 1, maxPrice: 20 }
  const up = pageOf({ ...range, sort: 'price', cursor: encodeCursor('price', last) })
  expect(up.filter['search.price']).toEqual({
    $gt: `00001250${id}`,
    $gte: '00000100',
    $lte: '00002000g',
  })
  const down = pageOf({ ...range, sort: '-price', cursor: encodeCursor('-price', last) })
  expect(down.filter['search.price']).toMatchObject({ $lt: `00001250${id}`, $lte: '00002000g' })
})

test('a facet is counted without its own filter', () => {
  const query = { category: 'home', seller: id, minPrice: 1, inStock: '1' } as const
  const all = { archived: false, category: 'home', userId: id, available: { $gt: 0 } }
  const price = { $gte: '00000100' }
  expect(filterOf(query)).toEqual({ ...all, 'search.price': price })
  expect(filterOf(query, 'price')).toEqual(all)
  expect(filterOf(query, 'category')).not.toHaveProperty('category')
  expect(filterOf(query, 'seller')).not.toHaveProperty('userId')
})

test('any search text becomes prefixes of words', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (q) => {
      const prefixes = searchPrefixes(wordsOf(q))
      fc.pre(prefixes.length > 0)
      const { 'search.words': found, $nor: missing } = filterOf({ q }) as {
        'search.words': { $all: RegExp[] }
        $nor?: { 'search.words': { $not: RegExp } }[]
      }
      const others = missing?.map((other) => other['search.words'].$not) ?? []
      const words = [...found.$all, ...others]
      expect(words).toHaveLength(prefixes.length)
      for (const { source } of words) expect(source).toMatch(/^\^[\p{L}\p{N}\p{M}]+$/u)
    }),
  )
})

test('a text without words matches nothing, no text matches everything', () => {
  for (const q of ['%', '!!!', '❤️', '👨‍👩‍👧', '\u200B', '-'])
    expect(filterOf({ q })).toEqual({ archived: false, 'search.words': { $in: [] } })
  expect(filterOf({ q: '' })).toEqual({ archived: false })
})

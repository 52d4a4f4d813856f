import { expect, test } from 'bun:test'
import { wordsOf } from '@shop/shared/contracts'
import fc from 'fast-check'
import { newProduct } from './product.ts'
import { priceKey, searchKeysOf, titleKeys } from './search-keys.ts'

const id = '64b7f0c2a1b2c3d4e5f60718'
const keysOf = (title: string, price = 1, at = 0) =>
  searchKeysOf(newProduct(id, { sub: 's' }, { title, price, quantity: 1 }, new Date(at)))

test('every prefix of a word of a title matches the title', () => {
  const text = fc.string({ unit: fc.constantFrom(...'aAéÉßñ z-.1'.split('')), maxLength: 30 })
  fc.assert(
    fc.property(text, fc.nat(), (title, n) => {
      const { words } = keysOf(title)
      expect(words).toEqual([...new Set(words)])
      for (const typed of title.split(/[^\p{L}\p{N}]+/u)) {
        const [prefix] = wordsOf(typed.slice(0, n % (typed.length + 1)).toLowerCase())
        if (prefix !== undefined) expect(words.some((word) => word.startsWith(prefix))).toBe(true)
      }
    }),
  )
})

test('keys of prices and times sort like the numbers', () => {
  const cents = fc.integer({ min: 1, max: 99_999_999 })
  const time = fc.integer({ min: 0, max: 4_000_000_000_000 })
  fc.assert(
    fc.property(cents, cents, time, time, (a, b, early, late) => {
      expect(priceKey(a) < priceKey(b)).toBe(a < b)
      expect(keysOf('x', 1, early).newest < keysOf('x', 1, late).newest).toBe(early < late)
    }),
  )
})

test('a title sorts before its continuations', () => {
  const titles = ['Mug', 'Mug 5', 'mug blue', 'Mugs', 'Zebra', 'älg', '']
  const sorted = titles.toSorted((a, b) =>
    titleKeys(a, id).title < titleKeys(b, id).title ? -1 : 1,
  )
  expect(sorted).toEqual(['', 'älg', 'Mug', 'Mug 5', 'mug blue', 'Mugs', 'Zebra'])
})

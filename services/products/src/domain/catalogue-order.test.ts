import { expect, test } from 'bun:test'
import { SORTS, ShopError } from '@shop/shared/contracts'
import fc from 'fast-check'
import { decodeCursor, encodeCursor, orderOf } from './catalogue-order.ts'
import { newProduct } from './product.ts'
import { searchKeysOf } from './search-keys.ts'

const hex = fc.string({
  unit: fc.constantFrom(...'0123456789abcdef'.split('')),
  minLength: 24,
  maxLength: 24,
})
const product = fc
  .record({
    id: hex,
    title: fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 200 })
      .map((s) => s.slice(0, 200)),
    cents: fc.integer({ min: 1, max: 99_999_999 }),
    at: fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }),
  })
  .map(({ id, title, cents, at }) =>
    newProduct(id, { sub: 's' }, { title, price: cents / 100, quantity: 1 }, at),
  )
const sort = fc.constantFrom(...SORTS)

test('a cursor contains the key of its product', () => {
  fc.assert(
    fc.property(product, sort, (last, by) => {
      const cursor = encodeCursor(by, last)
      expect(cursor).toMatch(/^[\w-]{1,1000}$/)
      expect(decodeCursor(by, cursor)).toBe(searchKeysOf(last)[orderOf(by).key])
    }),
  )
})

test('a cursor of another sort order is refused', () => {
  fc.assert(
    fc.property(product, sort, sort, (last, by, other) => {
      fc.pre(by !== other)
      expect(() => decodeCursor(other, encodeCursor(by, last))).toThrow(ShopError)
    }),
  )
})

test('an invalid cursor is refused', () => {
  const forged = fc.oneof(
    fc.string(),
    fc.string().map((text) => Buffer.from(text).toString('base64url')),
    fc
      .tuple(sort, fc.string())
      .map(([by, key]) => Buffer.from(`${by}:${key}`).toString('base64url')),
  )
  fc.assert(
    fc.property(forged, sort, (cursor, by) => {
      expect(() => decodeCursor(by, cursor)).toThrow(ShopError)
    }),
  )
})

import { expect, test } from 'bun:test'
import fc from 'fast-check'
import { editOf, isNothing, refusalOf } from './edit.ts'
import { newProduct, type Product } from './product.ts'

const body = { title: 'Mug', price: 5, quantity: 10 }
const product = newProduct('64b7f0c2a1b2c3d4e5f60718', { sub: 'seller' }, body, new Date(0))

const stock = fc
  .tuple(fc.nat(1000), fc.nat(1000))
  .map(([held, available]): Product => ({ ...product, available, quantity: held + available }))

test('stock can be lowered to what is held and no further', () => {
  fc.assert(
    fc.property(stock, fc.nat(2000), (read, quantity) => {
      const edit = editOf(read, { quantity })
      const held = read.quantity - read.available
      expect(edit.stock?.difference).toBe(quantity - read.quantity)
      expect(refusalOf(edit, read)?.code).toBe(quantity < held ? 'stock-held' : undefined)
    }),
  )
})

test('a quantity that was changed meanwhile is never written over', () => {
  fc.assert(
    fc.property(stock, stock, fc.nat(2000), (read, now, quantity) => {
      fc.pre(read.quantity !== now.quantity)
      expect(refusalOf(editOf(read, { quantity }), now)?.code).toBe('version-conflict')
    }),
  )
})

test('an edit of words does not mind that the stock was changed', () => {
  const edit = editOf(product, { title: 'Cup' })
  expect(refusalOf(edit, { ...product, quantity: 3, available: 0, version: 9 })).toBeNull()
})

test('a stale version is a conflict, the present one is not', () => {
  expect(refusalOf(editOf(product, { version: 0 }), product)).toBeNull()
  const now = { ...product, version: 1 }
  expect(refusalOf(editOf(product, { version: 0 }), now)?.code).toBe('version-conflict')
})

test('what is left out is not set, and a price is set in cents', () => {
  expect(editOf(product, { price: 0.29, description: '' }).fields).toEqual({
    price: 29,
    description: '',
  })
})

test('an edit that changes nothing is told from one that does', () => {
  for (const nothing of [{}, { version: 0 }, { quantity: 10 }])
    expect(isNothing(editOf(product, nothing))).toBe(true)
  for (const something of [{ title: 'Cup' }, { quantity: 11 }])
    expect(isNothing(editOf(product, something))).toBe(false)
  expect(isNothing(editOf(product, {}, { key: 'k', alt: 'Mug' }))).toBe(false)
})

import { expect, test } from 'bun:test'
import type { UpdateProductBody } from '@shop/shared/contracts'
import fc from 'fast-check'
import { editOf, isChange, refusalOf } from './edit.ts'
import { newProduct, type Product } from './product.ts'

const body = { title: 'Mug', price: 5, quantity: 10 }
const product = newProduct('64b7f0c2a1b2c3d4e5f60718', { sub: 'seller' }, body, new Date(0))

const edited = (changes: Partial<UpdateProductBody>) => ({ title: 'Mug', price: 5, ...changes })

const stock = fc
  .tuple(fc.nat(1000), fc.nat(1000))
  .map(([held, available]): Product => ({ ...product, available, quantity: held + available }))

test('stock can be lowered to what is held, and no further', () => {
  fc.assert(
    fc.property(stock, fc.nat(2000), (read, quantity) => {
      const edit = editOf(read, edited({ quantity }))
      const held = read.quantity - read.available
      expect(edit.stock?.difference).toBe(quantity - read.quantity)
      expect(refusalOf(edit, read)?.code).toBe(quantity < held ? 'stock-held' : undefined)
    }),
  )
})

test('a quantity that was changed meanwhile is never overwritten', () => {
  fc.assert(
    fc.property(stock, stock, fc.nat(2000), (read, now, quantity) => {
      fc.pre(read.quantity !== now.quantity)
      expect(refusalOf(editOf(read, edited({ quantity })), now)?.code).toBe('version-conflict')
    }),
  )
})

test('an edit of text fields is independent of the stock', () => {
  const edit = editOf(product, edited({ title: 'Cup' }))
  expect(refusalOf(edit, { ...product, quantity: 3, available: 0, version: 9 })).toBeNull()
})

test('a stale version is a conflict, the current one is not', () => {
  expect(refusalOf(editOf(product, edited({ version: 0 })), product)).toBeNull()
  const now = { ...product, version: 1 }
  expect(refusalOf(editOf(product, edited({ version: 0 })), now)?.code).toBe('version-conflict')
})

test('omitted fields are not set, and the price is set in minor units', () => {
  expect(editOf(product, edited({ price: 0.29, description: '' })).fields).toEqual({
    title: 'Mug',
    price: 29,
    description: '',
  })
})

test('isChange tells whether an edit changes anything', () => {
  for (const nothing of [{}, { version: 0 }, { quantity: 10 }])
    expect(isChange(editOf(product, edited(nothing)), product)).toBe(false)
  const changes: Partial<UpdateProductBody>[] = [
    { title: 'Cup' },
    { price: 6 },
    { category: 'home' },
    { quantity: 11 },
  ]
  for (const change of changes)
    expect(isChange(editOf(product, edited(change)), product)).toBe(true)
  expect(isChange(editOf(product, edited({}), { key: 'k', alt: 'Mug' }), product)).toBe(true)
})

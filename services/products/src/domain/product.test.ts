import { expect, test } from 'bun:test'
import { newProduct } from './product.ts'

const at = new Date('2026-01-01T00:00:00Z')

test('a new product has all of its stock available and its price in minor units', () => {
  const body = { title: 'Mug', price: 19.99, quantity: 3 }
  const product = newProduct('64b7f0c2a1b2c3d4e5f60718', { sub: 'seller' }, body, at)
  expect(product).toMatchObject({ price: 1999, quantity: 3, available: 3, version: 0 })
  expect(product).toMatchObject({ description: '', category: null, images: [], archived: false })
  expect(product).not.toHaveProperty('sellerName')
})

test('a product has the seller’s name if there is one', () => {
  const body = { title: 'Mug', price: 1, quantity: 0, category: 'kitchen' as const }
  const product = newProduct('64b7f0c2a1b2c3d4e5f60718', { sub: 's', name: 'Potter' }, body, at)
  expect(product).toMatchObject({ userId: 's', sellerName: 'Potter', category: 'kitchen' })
})

import { afterAll, beforeAll, expect, test } from 'bun:test'
import { commandsOf, newId, newUser } from '@shop/shared/testing'
import { CartRepository } from '../cart-repository.ts'
import { startTestCart, type TestCart } from '../testing/index.ts'

let service: TestCart

beforeAll(async () => {
  service = await startTestCart()
})

afterAll(() => service.stop())

test('GET /api/cart costs two commands, POST /api/cart/items two', async () => {
  const as = newUser()
  const products = [await service.knownProduct(), await service.knownProduct()]
  for (const { id: productId } of products) {
    const json = { productId, quantity: 1 }
    const added = await commandsOf(service, () =>
      service.call('POST', '/api/cart/items', { as, json }),
    )
    expect(added).toEqual(['command products', 'update carts'])
  }
  const viewed = await commandsOf(service, () => service.call('GET', '/api/cart', { as }))
  expect(viewed).toEqual(['query carts', 'query products'])
})

test('taking what was paid out of a cart costs one command', async () => {
  const { sub: userId } = newUser()
  const carts = new CartRepository(service.db)
  const bought = [{ productId: newId(), quantity: 1 }]
  for (let i = 0; i < 2; i += 1)
    expect(await commandsOf(service, () => carts.removeBought(userId, newId(), bought))).toEqual([
      'update carts',
    ])
})

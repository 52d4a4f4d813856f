import { afterAll, beforeAll, expect, test } from 'bun:test'
import { CartResponse } from '@shop/shared/contracts'
import { newId, newProductEvent, newUser } from '@shop/shared/testing'
import { safeParse } from 'valibot'
import { startTestCart, type TestCart } from '../testing/index.ts'

let service: TestCart
beforeAll(async () => (service = await startTestCart()))
afterAll(() => service.stop())

type User = ReturnType<typeof newUser>
const read = async (as: User) => (await service.call('GET', '/api/cart', { as })).body
const set = (as: User, json: unknown) => service.call('POST', '/api/cart/items', { as, json })

test('POST /api/cart/items sets the line at the known price', async () => {
  const as = newUser()
  const product = await service.knownProduct()
  const { status, body } = await set(as, { productId: product.id, quantity: 2 })
  expect(status).toBe(201)
  expect(safeParse(CartResponse, body).success).toBe(true)
  expect(body).toMatchObject({ total: 25, version: 1 })
  expect(body.items).toEqual([
    {
      productId: product.id,
      quantity: 2,
      title: 'Teapot',
      price: 12.5,
      seenPrice: 12.5,
      imageUrl: product.imageUrl,
      available: 10,
      sellerId: product.userId,
    },
  ])
  const again = await set(as, { productId: product.id, quantity: 5 })
  expect(again.body.items).toHaveLength(1)
  expect(again.body.items[0].quantity).toBe(5)
  expect(again.body).toEqual(await read(as))
})

test('POST /api/cart/items loses none of the lines that are set concurrently', async () => {
  const as = newUser()
  const products = await Promise.all([1, 2, 3, 4, 5].map(() => service.knownProduct()))
  await Promise.all(products.map(({ id }) => set(as, { productId: id, quantity: 1 })))
  expect((await read(as)).items).toHaveLength(5)
})

test('POST /api/cart/items waits for the copy of a new product', async () => {
  const product = newProductEvent()
  const response = set(newUser(), { productId: product.id, quantity: 1 })
  await service.publish('product:created', product)
  expect((await response).status).toBe(201)
})

test('POST /api/cart/items adds to the line for each of concurrent requests', async () => {
  const as = newUser('guest')
  const { id: productId } = await service.knownProduct({ available: 20 })
  const add = (count: number) => set(as, { productId, add: count })
  const responses = await Promise.all(Array.from({ length: 10 }, () => add(1)))
  for (const { status } of responses) expect(status).toBe(201)
  expect((await read(as)).items).toMatchObject([{ productId, quantity: 10 }])
  expect((await add(10)).body.items).toMatchObject([{ quantity: 20 }])
  const refused = await add(1)
  expect(refused.status).toBe(409)
  expect(refused.body).toMatchObject({
    type: '/problems/sold-out',
    detail: 'Only 20 available, all in your cart',
    short: [{ productId, wanted: 21, available: 20 }],
  })
  expect((await read(as)).items).toMatchObject([{ quantity: 20 }])
})

test('POST /api/cart/items holds at most 50 products', async () => {
  const as = newUser()
  const { id: productId } = await service.knownProduct()
  const items = Array.from({ length: 50 }, () => ({
    productId: newId(),
    quantity: 1,
    seenPrice: 1,
  }))
  const cart = { _id: as.sub as never, userId: as.sub, items, applied: [], version: 1 }
  await service.db.collection('carts').insertOne(cart)
  expect((await set(as, { productId, quantity: 1 })).status).toBe(400)
})

test.each([
  ['a quantity of 0', { productId: newId(), quantity: 0 }, 400],
  ['a quantity of 100', { productId: newId(), quantity: 100 }, 400],
  ['half of one', { productId: newId(), quantity: 0.5 }, 400],
  ['a price', { productId: newId(), quantity: 1, price: 1 }, 400],
  ['a malformed id', { productId: 'x', quantity: 1 }, 400],
  ['both a quantity and how many to add', { productId: newId(), quantity: 1, add: 1 }, 400],
  ['neither', { productId: newId() }, 400],
  ['adding 0', { productId: newId(), add: 0 }, 400],
  ['an operator', { productId: { $ne: null }, quantity: 1 }, 400],
  ['an unknown product', { productId: newId(), quantity: 1 }, 404],
])('POST /api/cart/items refuses %s', async (_, json, status) => {
  expect((await set(newUser(), json)).status).toBe(status)
})

test('POST /api/cart/items refuses archived products, requests without a session, and other media types', async () => {
  const { id: productId } = await service.knownProduct({ archived: true })
  const json = { productId, quantity: 1 }
  expect((await set(newUser(), json)).status).toBe(404)
  expect((await service.call('POST', '/api/cart/items', { json })).status).toBe(401)
  const text = { as: newUser(), body: '{}', headers: { 'content-type': 'text/plain' } }
  expect((await service.call('POST', '/api/cart/items', text)).status).toBe(415)
})

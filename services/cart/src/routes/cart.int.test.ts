import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { CartResponse } from '@shop/shared/contracts'
import { newId, newProductEvent, newUser } from '@shop/shared/testing'
import { safeParse } from 'valibot'
import { startTestCart, type TestCart } from '../testing/index.ts'

let service: TestCart

beforeAll(async () => {
  service = await startTestCart()
})

afterAll(() => service.stop())

type User = ReturnType<typeof newUser>
const read = async (as: User) => (await service.call('GET', '/api/cart', { as })).body
const set = (as: User, json: unknown) => service.call('POST', '/api/cart/items', { as, json })

describe('GET /api/cart', () => {
  test('is empty at first, and reading it stores nothing', async () => {
    const as = newUser()
    const { status, body, headers } = await service.call('GET', '/api/cart', { as })
    expect([status, headers.get('cache-control')]).toEqual([200, 'no-store'])
    expect(body).toEqual({ id: as.sub, userId: as.sub, items: [], total: 0, version: 0 })
    expect(await service.db.collection('carts').countDocuments({ userId: as.sub })).toBe(0)
    expect((await service.call('GET', '/api/cart')).status).toBe(401)
  })

  test('shows what has changed until the owner accepts or removes it', async () => {
    const as = newUser('guest')
    const product = await service.knownProduct()
    await set(as, { productId: product.id, quantity: 3 })
    await service.knownProduct({ ...product, price: 15, version: 1 })
    const { items, total } = await read(as)
    expect(items[0]).toMatchObject({ price: 15, seenPrice: 12.5, drift: 'price' })
    expect(total).toBe(45)
    await set(as, { productId: product.id, quantity: 3 })
    expect((await read(as)).items[0]).not.toHaveProperty('drift')
    await service.knownProduct({ ...product, price: 15, available: 2, version: 2 })
    expect((await read(as)).items[0]).toMatchObject({ drift: 'short', available: 2 })
    await service.knownProduct({ ...product, archived: true, version: 3 })
    expect((await read(as)).items[0]).toMatchObject({ drift: 'gone', available: 0 })
    expect((await read(as)).total).toBe(0)
  })

  test('merges my guest cart, once', async () => {
    const [first, second] = [await service.knownProduct(), await service.knownProduct()]
    const guest = newUser('guest')
    await set(guest, { productId: first.id, quantity: 2 })
    await set(guest, { productId: second.id, quantity: 1 })
    const user = newUser()
    await set(user, { productId: first.id, quantity: 1 })
    const member = { ...user, guestIds: [guest.sub] }
    const reads = await Promise.all([1, 2, 3, 4].map(() => read(member)))
    for (const cart of reads) expect(cart.userId).toBe(user.sub)
    const quantities = (await read(member)).items.map((item: { quantity: number }) => item.quantity)
    expect(quantities).toEqual([3, 1])
    expect((await set(guest, { productId: first.id, quantity: 9 })).status).toBe(403)
  })
})

test("a guest's cart expires after a month, a user's does not", async () => {
  const guest = newUser('guest')
  const { id: productId } = await service.knownProduct()
  const stored = () => service.db.collection('carts').findOne({ userId: guest.sub })
  await set(guest, { productId, quantity: 1 })
  expect((await stored())?.['guestAt']).toBeInstanceOf(Date)
  const indexes = await service.db.collection('carts').indexes()
  expect(indexes).toContainEqual(
    expect.objectContaining({ key: { guestAt: 1 }, expireAfterSeconds: 30 * 24 * 3600 }),
  )
  const user = { ...guest, role: 'user' as const }
  expect((await read(user)).items).toHaveLength(1)
  expect(await stored()).not.toHaveProperty('guestAt')
  await set(user, { productId, quantity: 2 })
  expect(await stored()).not.toHaveProperty('guestAt')
})

describe('POST /api/cart/items', () => {
  test('sets the line at the known price', async () => {
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
      },
    ])
    const again = await set(as, { productId: product.id, quantity: 5 })
    expect(again.body.items).toHaveLength(1)
    expect(again.body.items[0].quantity).toBe(5)
    expect(again.body).toEqual(await read(as))
  })

  test('loses none of the lines that are set concurrently', async () => {
    const as = newUser()
    const products = await Promise.all([1, 2, 3, 4, 5].map(() => service.knownProduct()))
    await Promise.all(products.map(({ id }) => set(as, { productId: id, quantity: 1 })))
    expect((await read(as)).items).toHaveLength(5)
  })

  test('waits for the copy of a new product', async () => {
    const product = newProductEvent()
    const response = set(newUser(), { productId: product.id, quantity: 1 })
    await service.publish('product:created', product)
    expect((await response).status).toBe(201)
  })

  test('adds to the line for each of concurrent requests', async () => {
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

  test('merges two hundred guest carts while the user reads and adds', async () => {
    const products = await Promise.all(Array.from({ length: 60 }, () => service.knownProduct()))
    const guests = Array.from({ length: 200 }, (_, index) => ({
      _id: newId() as never,
      userId: '',
      items: [{ productId: products[index % 60]?.id ?? '', quantity: 1, seenPrice: 1250 }],
      applied: [],
      version: 1,
    }))
    await service.db.collection('carts').insertMany(guests)
    const user = { ...newUser(), guestIds: guests.map(({ _id }) => String(_id)) }
    const [own] = products
    const adds = Array.from({ length: 3 }, () => set(user, { productId: own?.id, add: 1 }))
    const reads = Array.from({ length: 40 }, () => read(user))
    for (const { status } of await Promise.all(adds)) expect(status).toBe(201)
    await Promise.all(reads)
    const { items } = await read(user)
    const quantityOf = ({ quantity }: { quantity: number }) => quantity
    expect(items).toHaveLength(50)
    expect(items.find((item: { productId: string }) => item.productId === own?.id).quantity).toBe(7)
    expect(items.filter((item: { quantity: number }) => quantityOf(item) < 3)).toEqual([])
  })

  test('holds at most 50 products', async () => {
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
  ])('refuses %s', async (_, json, status) => {
    expect((await set(newUser(), json)).status).toBe(status)
  })

  test('refuses archived products, requests without a session, and other media types', async () => {
    const { id: productId } = await service.knownProduct({ archived: true })
    const json = { productId, quantity: 1 }
    expect((await set(newUser(), json)).status).toBe(404)
    expect((await service.call('POST', '/api/cart/items', { json })).status).toBe(401)
    const text = { as: newUser(), body: '{}', headers: { 'content-type': 'text/plain' } }
    expect((await service.call('POST', '/api/cart/items', text)).status).toBe(415)
  })
})

describe('DELETE /api/cart/items/:productId', () => {
  test('removes the line, also when there is none', async () => {
    const as = newUser()
    const { id: productId } = await service.knownProduct()
    await set(as, { productId, quantity: 2 })
    for (let i = 0; i < 2; i += 1) {
      const response = await service.call('DELETE', `/api/cart/items/${productId}`, { as })
      expect(response.status).toBe(200)
      expect(response.body.items).toEqual([])
    }
    expect((await service.call('DELETE', '/api/cart/items/x', { as })).status).toBe(404)
    expect((await service.call('DELETE', `/api/cart/items/${productId}`)).status).toBe(401)
  })
})

import { afterAll, beforeAll, expect, test } from 'bun:test'
import { newUser } from '@shop/shared/testing'
import { startTestCart, type TestCart } from '../testing/index.ts'

let service: TestCart
beforeAll(async () => (service = await startTestCart()))
afterAll(() => service.stop())

type User = ReturnType<typeof newUser>
const read = async (as: User) => (await service.call('GET', '/api/cart', { as })).body
const set = (as: User, json: unknown) => service.call('POST', '/api/cart/items', { as, json })

test('GET /api/cart is empty at first, and reading it stores nothing', async () => {
  const as = newUser()
  const { status, body, headers } = await service.call('GET', '/api/cart', { as })
  expect([status, headers.get('cache-control')]).toEqual([200, 'no-store'])
  expect(body).toEqual({ id: as.sub, userId: as.sub, items: [], total: 0, version: 0 })
  expect(await service.db.collection('carts').countDocuments({ userId: as.sub })).toBe(0)
  expect((await service.call('GET', '/api/cart')).status).toBe(401)
})

test('GET /api/cart shows what has changed until the owner accepts or removes it', async () => {
  const as = newUser('guest')
  const product = await service.knownProduct()
  await set(as, { productId: product.id, quantity: 3 })
  await service.knownProduct({ ...product, price: 15, version: 1 })
  const { items, total } = await read(as)
  const { userId: sellerId } = product
  expect(items[0]).toMatchObject({ price: 15, seenPrice: 12.5, drift: 'price', sellerId })
  expect(total).toBe(45)
  await set(as, { productId: product.id, quantity: 3 })
  expect((await read(as)).items[0]).not.toHaveProperty('drift')
  await service.knownProduct({ ...product, price: 15, available: 2, version: 2 })
  expect((await read(as)).items[0]).toMatchObject({ drift: 'short', available: 2 })
  await service.knownProduct({ ...product, archived: true, version: 3 })
  expect((await read(as)).items[0]).toMatchObject({ drift: 'gone', available: 0 })
  expect((await read(as)).total).toBe(0)
})

test('GET /api/cart merges my guest cart, once', async () => {
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

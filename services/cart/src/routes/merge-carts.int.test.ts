import { afterAll, beforeAll, expect, test } from 'bun:test'
import { newId, newUser } from '@shop/shared/testing'
import { startTestCart, type TestCart } from '../testing/index.ts'

let service: TestCart
beforeAll(async () => (service = await startTestCart()))
afterAll(() => service.stop())

type User = ReturnType<typeof newUser>
const read = async (as: User) => (await service.call('GET', '/api/cart', { as })).body
const set = (as: User, json: unknown) => service.call('POST', '/api/cart/items', { as, json })

test('two hundred guest carts are merged while the user reads and adds', async () => {
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

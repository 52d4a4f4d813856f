import { afterAll, beforeAll, expect, test } from 'bun:test'
import { newUser, type TestService } from '@shop/shared/testing'
import { startProducts, insertProducts } from '../testing/index.ts'

const seller = newUser()
let service: TestService
beforeAll(async () => {
  service = await startProducts()
  await insertProducts(service, 20, (n) => ({
    title: `Mug ${n}`,
    userId: seller.sub,
    available: n % 10,
    archived: n >= 10,
  }))
  await insertProducts(service, 5, () => ({ available: 0 }))
})
afterAll(() => service.stop())

const list = (query: string, as?: typeof seller) =>
  service.call('GET', `/api/products?${query}`, as && { as })
const own = async (query: string, as = seller) => {
  const { status, body } = await list(`seller=${seller.sub}&sort=title&${query}`, as)
  expect(status).toBe(200)
  return body.items.map(({ title }: { title: string }) => Number(title.slice(4)))
}

test('sellers list their live, sold-out and archived products separately', async () => {
  expect(await own('status=live')).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
  expect(await own('status=soldout')).toEqual([0])
  expect(await own('status=archived')).toEqual([10, 11, 12, 13, 14, 15, 16, 17, 18, 19])
  expect(await own('')).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
})

test('sellers list all their products, and count them by status whatever they ask for', async () => {
  const { body } = await list(`seller=${seller.sub}&status=all&counts=1&limit=3`, seller)
  expect(body.items).toHaveLength(3)
  const counts = { all: 20, live: 9, draft: 0, soldout: 1, archived: 10 }
  expect(body.counts).toEqual(counts)
  expect((await list(`seller=${seller.sub}&low=5&q=7&counts=1`, seller)).body.counts).toEqual(
    counts,
  )
})

test('sellers list their products with low stock', async () => {
  expect(await own('low=5')).toEqual([0, 1, 2, 3, 4, 5])
  expect(await own('low=2')).toEqual([0, 1, 2])
  expect(await own('low=5&status=live')).toEqual([1, 2, 3, 4, 5])
  expect(await own('low=5&status=archived')).toEqual([10, 11, 12, 13, 14, 15])
})

test('a user lists products they created under a former guest id', async () => {
  const now = { ...newUser(), guestIds: [seller.sub] }
  expect(await own('status=soldout', now)).toEqual([0])
})

test.each(['status=live', 'status=soldout', 'status=archived', 'low=5', 'counts=1'])(
  'GET /api/products?%s is for the seller only',
  async (query) => {
    const other = newUser()
    expect((await list(`seller=${seller.sub}&${query}`)).status).toBe(401)
    expect((await list(query)).status).toBe(401)
    for (const as of [other, newUser('guest'), newUser('admin')])
      expect((await list(`seller=${seller.sub}&${query}`, as)).status).toBe(403)
    expect((await list(query, seller)).status).toBe(403)
  },
)

test.each(['status=sold', 'status=', 'status=Live', 'low=-1', 'low=1001', 'low='])(
  'GET /api/products?%s returns 400 for everyone',
  async (query) => {
    for (const as of [undefined, seller])
      expect((await list(`seller=${seller.sub}&${query}`, as)).status).toBe(400)
  },
)

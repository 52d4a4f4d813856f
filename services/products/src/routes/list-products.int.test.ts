import { afterAll, beforeAll, expect, test } from 'bun:test'
import { BARE_LIMIT, type ProductReply } from '@shop/shared/contracts'
import { newUser, type TestService } from '@shop/shared/testing'
import { startProducts } from '../testing/start-products.ts'

const TOTAL = BARE_LIMIT + 5

let service: TestService
beforeAll(async () => {
  service = await startProducts()
  const seller = newUser()
  // Several at a time, so that some are created in one millisecond.
  for (let n = 0; n < TOTAL; n += 15)
    await Promise.all(
      Array.from({ length: 15 }, (_, i) => {
        const json = { title: `Mug ${n + i}`, price: 1, quantity: 1 }
        return service.call('POST', '/api/products', { as: seller, json })
      }),
    )
})
afterAll(() => service.stop())

const list = (query = '') => service.call('GET', `/api/products${query}`)
const titles = (items: ProductReply[]) => items.map(({ title }) => title)

async function listAll(limit: number): Promise<ProductReply[]> {
  const all: ProductReply[] = []
  let query = `?limit=${limit}`
  for (;;) {
    const { body } = await list(query)
    all.push(...body.items)
    if (body.nextCursor === null) return all
    expect(body.items).toHaveLength(limit)
    query = `?limit=${limit}&cursor=${body.nextCursor}`
  }
}

test('GET /api/products is an array of the newest 100, with a link to the others', async () => {
  const { status, body, headers } = await list()
  expect([status, body.length]).toEqual([200, BARE_LIMIT])
  const times = body.map((product: ProductReply) => product.createdAt)
  expect(times).toEqual(times.toSorted().toReversed())
  const link = /^<\/api\/products(\?.*)>; rel="next"$/.exec(headers.get('link') ?? '')
  const { body: next } = await list(link?.[1])
  expect(next.items).toHaveLength(TOTAL - BARE_LIMIT)
  expect(next.nextCursor).toBeNull()
  expect(new Set(titles([...body, ...next.items])).size).toBe(TOTAL)
})

test('GET /api/products by pages shows each product once, whatever their size', async () => {
  const [bySeven, byHundred] = [await listAll(7), await listAll(100)]
  expect(new Set(titles(bySeven)).size).toBe(TOTAL)
  expect(titles(bySeven)).toEqual(titles(byHundred))
})

test('GET /api/products has 30 products on a page when only a cursor is given', async () => {
  const { body } = await list('?limit=1')
  expect((await list(`?cursor=${body.nextCursor}`)).body.items).toHaveLength(30)
})

const cursor = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const someId = '64b7f0c2a1b2c3d4e5f60718'
test.each([
  'limit=0',
  'limit=101',
  'limit=ten',
  'limit=',
  'page=2',
  'limit[$gt]=1',
  '__proto__=1',
  'cursor=nonsense',
  `cursor=${cursor(['x', someId])}`,
  `cursor=${cursor([1e300, someId])}`,
  `cursor=${cursor([1, 'x'])}`,
  `cursor=${cursor([{ $gt: 0 }, someId])}`,
])('GET /api/products?%s is refused', async (query) => {
  const { status, body } = await list(`?${query}`)
  expect([status, body.type]).toEqual([400, '/problems/validation'])
})

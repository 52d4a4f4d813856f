import { afterAll, beforeAll, expect, test } from 'bun:test'
import {
  BARE_LIMIT,
  MAX_SEARCH,
  SORTS,
  type ProductResponse,
  type Sort,
} from '@shop/shared/contracts'
import { newUser, type TestService } from '@shop/shared/testing'
import fc from 'fast-check'
import { sellNew, startProducts, insertProducts } from '../testing/index.ts'

const TOTAL = BARE_LIMIT + 5

let service: TestService
beforeAll(async () => {
  service = await startProducts()
  // Many equal titles and times, so that only the id makes the order unique.
  const at = Date.now() - TOTAL
  await insertProducts(service, TOTAL, (n) => ({
    title: `Mug ${n % 9}`,
    price: 100 + (n % 7),
    createdAt: new Date(at + Math.floor(n / 4)),
  }))
})
afterAll(() => service.stop())

const list = (query = '') => service.call('GET', `/api/products${query}`)
const ids = (items: ProductResponse[]) => items.map(({ id }) => id)

/** Walks the pages and calls `between` after each. */
async function walk(
  sort: Sort,
  limit: number,
  between = async () => {},
): Promise<ProductResponse[]> {
  const all: ProductResponse[] = []
  let query = `?sort=${sort}&limit=${limit}`
  for (;;) {
    const { body } = await list(query)
    all.push(...body.items)
    if (body.nextCursor === null) return all
    expect(body.items).toHaveLength(limit)
    query = `?sort=${sort}&limit=${limit}&cursor=${body.nextCursor}`
    await between()
  }
}

test('GET /api/products returns an array of the newest 100 with a link to the next page', async () => {
  const { status, body, headers } = await list()
  expect([status, body.length]).toEqual([200, BARE_LIMIT])
  const times = body.map((product: ProductResponse) => product.createdAt)
  expect(times).toEqual(times.toSorted().toReversed())
  const link = /^<\/api\/products(\?.*)>; rel="next"$/.exec(headers.get('link') ?? '')
  const { body: next } = await list(link?.[1])
  expect(next.items).toHaveLength(TOTAL - BARE_LIMIT)
  expect(next.nextCursor).toBeNull()
  expect(new Set(ids([...body, ...next.items])).size).toBe(TOTAL)
})

test('GET /api/products returns 30 products per page by default', async () => {
  const { body } = await list('?limit=1')
  expect((await list(`?cursor=${body.nextCursor}`)).body.items).toHaveLength(30)
})

const valueOf: Record<Sort, (product: ProductResponse) => number | string> = {
  newest: ({ createdAt }) => -Date.parse(createdAt),
  price: ({ price }) => price,
  '-price': ({ price }) => -price,
  title: ({ title }) => title.toUpperCase(),
}

test('pages of any size show every product once and in order while others are added', async () => {
  const seller = newUser()
  const known = ids(await walk('newest', 100))
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...SORTS),
      fc.integer({ min: 9, max: 100 }),
      async (by, limit) => {
        const shown = await walk(by, limit, async () => void (await sellNew(service, 1, seller)))
        const seen = ids(shown)
        expect(new Set(seen).size).toBe(seen.length)
        expect(known.filter((id) => !seen.includes(id))).toEqual([])
        const values = shown.map(valueOf[by])
        for (const [n, value] of values.entries())
          if (n > 0) expect(value >= (values[n - 1] ?? value)).toBe(true)
      },
    ),
    { numRuns: 12 },
  )
}, 60_000)

test('a renamed and cheaper product is sorted accordingly', async () => {
  const as = newUser()
  const id = await sellNew(service, 1, as)
  await service.call('PUT', `/api/products/${id}`, { as, json: { title: 'Aardvark', price: 0.01 } })
  for (const sort of ['title', 'price']) {
    const { body } = await list(`?sort=${sort}&limit=1`)
    expect(ids(body.items)).toEqual([id])
  }
  expect(ids((await list('?q=aardvark')).body.items)).toEqual([id])
  expect(ids((await list('?sort=-price&limit=100')).body.items)).not.toContain(id)
  expect(ids((await list(`?q=mug&seller=${as.sub}`)).body.items)).toEqual([])
})

test('GET /api/products returns 400 for a cursor of another sort order', async () => {
  for (const sort of SORTS) {
    const { nextCursor } = (await list(`?sort=${sort}&limit=1`)).body
    for (const other of SORTS) {
      const { status } = await list(`?sort=${other}&cursor=${nextCursor}`)
      expect(status).toBe(other === sort ? 200 : 400)
    }
  }
})

const cursor = (value: string) => Buffer.from(value).toString('base64url')
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
  'cursor=',
  `cursor=${cursor(`newest:${someId}`)}`,
  `cursor=${cursor(`newest:[1,"${someId}"]`)}`,
  `cursor=${cursor(JSON.stringify([1, someId]))}`,
  `cursor=${'A'.repeat(1001)}`,
  `q=${'a'.repeat(MAX_SEARCH + 1)}`,
  'category=cars',
  'category=',
  'minPrice=-1',
  'minPrice=1e3',
  'minPrice=0x10',
  'minPrice=NaN',
  'minPrice=',
  'minPrice=+5',
  'maxPrice=1.005',
  'maxPrice=1000000',
  'inStock=true',
  'inStock=0',
  'facets=yes',
  'seller=me',
  'seller[$ne]=x',
  'sort=cheapest',
  'sort=Price',
])('GET /api/products?%s returns 400', async (query) => {
  const { status, body } = await list(`?${query}`)
  expect([status, body.type]).toEqual([400, '/problems/validation'])
})

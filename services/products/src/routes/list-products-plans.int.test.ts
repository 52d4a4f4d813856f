import { afterAll, expect, test } from 'bun:test'
import { SORTS } from '@shop/shared/contracts'
import { MANY, readsOf, startWithMany } from '../testing/index.ts'

const LIMIT = 30
const { service, seller, someId } = await startWithMany()
afterAll(() => service.stop())

const get = (path: string) => service.call('GET', `/api/products${path}`, { as: seller })
const scopes = ['', '&category=garden', `&seller=${seller.sub}`]
const ordered = SORTS.flatMap((sort) => scopes.map((scope) => `?sort=${sort}${scope}`))

/** The first page of a query and one from the middle, as their plans may differ. */
async function pages(query: string) {
  const [, first] = [...(await readsOf(service, () => get(`${query}&limit=1`)))]
  expect(first).toBeUndefined()
  const { nextCursor } = (await get(`${query}&limit=61`)).body
  return readsOf(service, async () => {
    expect((await get(`${query}&limit=${LIMIT}&q=`)).body.items).toHaveLength(LIMIT)
    expect((await get(`${query}&limit=${LIMIT}&cursor=${nextCursor}`)).body.items).toHaveLength(
      LIMIT,
    )
  })
}

test.each(ordered)(
  'GET /api/products%s reads at most one product more than it shows',
  async (query) => {
    const reads = await pages(query)
    expect(reads).toHaveLength(2)
    for (const { planSummary, docsExamined, keysExamined, hasSortStage } of reads) {
      expect(planSummary).toStartWith('IXSCAN')
      expect(hasSortStage).toBeUndefined()
      expect([docsExamined, keysExamined]).toEqual([LIMIT + 1, LIMIT + 1])
    }
  },
)

test('a distant page costs as much as the first', async () => {
  let query = '?sort=price&limit=100'
  for (;;) {
    const { nextCursor } = (await get(query)).body
    if (nextCursor === null) break
    query = `?sort=price&limit=100&cursor=${nextCursor}`
    const [read] = await readsOf(service, () => get(query))
    expect(read?.docsExamined).toBeLessThanOrEqual(101)
  }
})

test.each([
  ['inStock=1', 60],
  ['category=garden&inStock=1&sort=-price', 60],
])('GET /api/products?%s examines at most %p products', async (query, most) => {
  const reads = await readsOf(service, () => get(`?${query}&limit=${LIMIT}`))
  expect(reads).toHaveLength(1)
  expect(reads[0]?.planSummary).toStartWith('IXSCAN')
  expect(reads[0]?.docsExamined).toBeLessThanOrEqual(most)
})

test.each([
  'status=all',
  'status=live',
  'status=draft',
  'status=soldout',
  'status=archived',
  'low=1',
  'status=archived&q=mug',
])('GET /api/products?%s examines only the seller’s own products', async (query) => {
  const path = `?seller=${seller.sub}&${query}&sort=title`
  const reads = await readsOf(service, () => get(path))
  expect(reads).toHaveLength(1)
  expect(reads[0]?.planSummary).toStartWith('IXSCAN { userId: 1')
  expect(reads[0]?.hasSortStage).toBeUndefined()
  expect(reads[0]?.docsExamined).toBeLessThanOrEqual(MANY / 10)
})

test.each([
  '',
  '&q=mug',
  '&category=garden',
  '&inStock=1',
  `&seller=${seller.sub}&status=archived`,
])('GET /api/products?facets=1%s counts by indexes', async (query) => {
  // How common the words are is known before.
  await get(`?${query}`)
  const reads = await readsOf(service, () => get(`?facets=1${query}`))
  expect(reads).toHaveLength(1 + 5)
  for (const { planSummary } of reads) expect(planSummary).toStartWith('IXSCAN')
})

test('the counts by status read only the seller’s own products', async () => {
  const reads = await readsOf(service, () => get(`?seller=${seller.sub}&status=all&counts=1`))
  expect(reads).toHaveLength(2)
  for (const { planSummary, docsExamined } of reads) {
    expect(planSummary).toStartWith('IXSCAN { userId: 1')
    expect(docsExamined).toBeLessThanOrEqual(MANY / 10)
  }
})

test('GET /api/products and /api/products/:id cause one command each', async () => {
  expect(await readsOf(service, () => get('?limit=7'))).toHaveLength(1)
  const shows = await readsOf(service, () => get(`/${someId}`))
  expect(shows).toHaveLength(1)
  expect(shows[0]).toMatchObject({ planSummary: 'IDHACK', docsExamined: 1 })
})

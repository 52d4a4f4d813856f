import { afterAll, expect, test } from 'bun:test'
import { SORTS } from '@shop/shared/contracts'
import { BY_PRICE, BY_WORD } from '../product-model.ts'
import { MANY, readsOf, startWithMany } from '../testing/index.ts'

const LIMIT = 30
const { service, someId } = await startWithMany()
afterAll(() => service.stop())

const get = (path: string) => service.call('GET', `/api/products${path}`)

/** The key of an index as plans show it. */
async function keyOf(name: string): Promise<string> {
  const indexes = await service.db.collection('products').indexes()
  const key = indexes.find((index) => index.name === name)?.key ?? {}
  return `{ ${Object.entries(key)
    .map(([path, direction]) => `${path}: ${direction}`)
    .join(', ')} }`
}

test.each([
  ['q=no1234', 1, BY_WORD],
  ['q=no12', 111, BY_WORD],
  ['q=no123 teapot', 11, BY_WORD],
  ['q=nothing', 0, BY_WORD],
  ['q=no12&minPrice=1.20', 111, BY_WORD],
  ['q=no12&category=garden&sort=price', 111, BY_WORD],
  ['q=mug', 6 * LIMIT, 'search.newest_1'],
  ['q=mug&sort=price', 6 * LIMIT, 'search.price_1'],
  ['q=mug&category=kitchen', 3 * LIMIT, 'category_1_archived_1_search.newest_1'],
  ['q=mug&minPrice=1.10&maxPrice=1.20', 30 * LIMIT, 'search.newest_1'],
  ['minPrice=1.10&maxPrice=1.20', 400, 'search.newest_1'],
  ['minPrice=1.10&maxPrice=1.11', 400, BY_PRICE],
  ['minPrice=1.10&maxPrice=1.20&sort=price', 31, BY_PRICE],
  ['category=garden&minPrice=1.20&sort=price', 31, 'category_1_archived_1_search.price_1'],
])('GET /api/products?%s examines at most %p products by %s', async (query, most, index) => {
  const path = `?${query}&limit=${LIMIT}`
  // Counts how common the words and prices are, for all lists of the next minute.
  await get(path)
  const reads = await readsOf(service, () => get(path))
  expect(reads.map(({ planSummary }) => planSummary)).toEqual([`IXSCAN ${await keyOf(index)}`])
  expect(reads[0]?.docsExamined).toBeLessThanOrEqual(most)
})

test('common words that are not met together at the beginning are found by their index', async () => {
  const query = `?q=mug&category=garden&limit=${LIMIT}`
  await get(query)
  const reads = await readsOf(service, () => get(query))
  expect(reads.map(({ planSummary }) => planSummary)).toEqual([`IXSCAN ${await keyOf(BY_WORD)}`])
  expect(reads[0]?.docsExamined).toBeLessThanOrEqual(MANY / 4)
})

test('the next page of a search looks at most at 5,000 products before it uses the index', async () => {
  const query = `?q=mug&category=kitchen&limit=${LIMIT}`
  const { nextCursor } = (await get(query)).body
  const [ahead, ...others] = await readsOf(service, () => get(`${query}&cursor=${nextCursor}`))
  expect(ahead?.docsExamined).toBeLessThanOrEqual(5000)
  expect(others).toEqual([])
  const { body: next } = await get(`${query}&cursor=${nextCursor}`)
  const { body: both } = await get(query.replace(`=${LIMIT}`, `=${2 * LIMIT}`))
  expect(next).toEqual({ items: both.items.slice(LIMIT), nextCursor: both.nextCursor })
  const last = `${query}&cursor=${Buffer.from(`newest:${String(0).padStart(15, '0')}${someId}`).toString('base64url')}`
  const [, found] = await readsOf(service, () => get(last))
  expect(found?.planSummary).toBe(`IXSCAN ${await keyOf(BY_WORD)}`)
})

test('how common a word is is counted up to 2,000, once for all lists', async () => {
  const byWord = await keyOf(BY_WORD)
  const counts = await readsOf(service, async () => {
    for (const sort of SORTS) await get(`?q=bowl&sort=${sort}&limit=7`)
  })
  const looked = counts.filter(({ planSummary }) => planSummary === `IXSCAN ${byWord}`)
  expect(looked.map(({ docsExamined }) => docsExamined)).toEqual([2000])
})

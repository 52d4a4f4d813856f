import { afterAll, beforeAll, expect, test } from 'bun:test'
import { CATEGORIES } from '@shop/shared/contracts'
import { commandsOf, newUser, type TestService } from '@shop/shared/testing'
import { insertProducts, readsOf, startProducts } from '../testing/index.ts'

const MANY = 10_000
const LIMIT = 20
const seller = newUser()

let service: TestService
beforeAll(async () => {
  // Keeps the sweepers out of the measurement.
  service = await startProducts(undefined, { SWEEP_MS: 600_000 })
  await insertProducts(service, MANY, (n) => {
    const off = n % 5 === 3 ? (['draft'] as const) : n % 5 === 4 ? (['archived'] as const) : []
    return {
      title: `${['Mug', 'Bowl', 'Lamp', 'Teapot'][n % 4]} no${n}`,
      category: CATEGORIES[n % 8] ?? null,
      price: 100 + (n % 50),
      userId: seller.sub,
      available: n % 5,
      archived: off.length > 0,
      off: [...off],
    }
  })
  // Somebody else’s, which the counts must not read.
  await insertProducts(service, 1000, (n) => ({ archived: n % 2 === 0 }))
}, 60_000)
afterAll(() => service.stop())

const get = (query: string, limit = LIMIT) =>
  service.call('GET', `/api/products?seller=${seller.sub}&limit=${limit}&${query}`, { as: seller })

/** The query and the page after it, as their plans may differ. */
async function pages(query: string) {
  const { nextCursor } = (await get(query)).body
  expect(nextCursor).toBeString()
  return [query, `${query}&cursor=${nextCursor}`]
}

/** Fails unless a page is read in order by one command, examining a few products for each that it shows. */
async function expectRead(query: string, most: number) {
  for (const page of await pages(query)) {
    expect(await commandsOf(service, () => get(page))).toEqual(['query products'])
    const [read] = await readsOf(service, () => get(page))
    expect([page, read?.hasSortStage]).toEqual([page, undefined])
    expect(read?.planSummary).toStartWith('IXSCAN')
    expect(read?.docsExamined).toBeLessThanOrEqual(most)
  }
}

// Every fifth product is a draft, and so on.
const FIFTH = 5 * (LIMIT + 2)

test.each(['all', 'live', 'draft', 'soldout', 'archived'])(
  'a page of 10,000 products with status=%s costs one command',
  (status) => expectRead(`status=${status}`, FIFTH),
)

test.each(['sort=price', 'sort=-price', 'sort=title', 'low=0', 'low=3', 'category=garden'])(
  'a page of 10,000 products with %s costs one command',
  (filter) => expectRead(`status=all&${filter}`, 2 * FIFTH),
)

test('low stock costs one command', () => expectRead('low=2', FIFTH))

test.each(['q=mug', 'q=te', 'q=no12', 'q=nothing', 'q=mug&low=2'])(
  'a search for %s in 10,000 products costs one command',
  async (query) => {
    const search = () => get(`status=all&${query}`)
    expect(await commandsOf(service, search)).toEqual(['query products'])
    const [read] = await readsOf(service, search)
    expect(read?.planSummary).toStartWith('IXSCAN')
    expect(read?.hasSortStage).toBeUndefined()
    expect(read?.docsExamined).toBeLessThanOrEqual(MANY)
  },
)

test('the counts of 10,000 products cost one command more, and read no one else’s', async () => {
  const list = () => get('status=all&counts=1')
  expect((await commandsOf(service, list)).toSorted()).toEqual([
    'command products',
    'query products',
  ])
  for (const { planSummary, docsExamined } of await readsOf(service, list)) {
    expect(planSummary).toStartWith('IXSCAN { userId: 1')
    expect(docsExamined).toBeLessThanOrEqual(MANY)
  }
})

test('pages go through all 10,000 products, each once', async () => {
  const seen = new Set<string>()
  let cursor = ''
  do {
    const { body } = await get(`status=all${cursor}`, 100)
    for (const { id } of body.items) seen.add(id)
    cursor = body.nextCursor === null ? '' : `&cursor=${body.nextCursor}`
  } while (cursor !== '')
  expect(seen.size).toBe(MANY)
}, 60_000)

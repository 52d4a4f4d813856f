import { afterAll, beforeAll, expect, test } from 'bun:test'
import { OFF_REASONS, type OffReason } from '@shop/shared/contracts'
import { commandsOf, newId, newUser, type TestService } from '@shop/shared/testing'
import { LOOKED_THROUGH } from '../moderation/all-products.ts'
import { insertProducts, readsOf, startProducts } from '../testing/index.ts'

const MANY = 10_000
/** The default. */
const LIMIT = 30
const SELLER = newId()
const admin = newUser('admin')

let service: TestService
beforeAll(async () => {
  // Keeps the sweepers out of the measurement.
  service = await startProducts(undefined, { SWEEP_MS: 600_000 })
  await insertProducts(service, MANY, (n) => {
    const reason: OffReason | undefined = OFF_REASONS[n % 8]
    return {
      title: `${['Mug', 'Bowl', 'Lamp'][n % 3]} common no${n}`,
      userId: n % 3 === 0 ? SELLER : newId(),
      archived: reason !== undefined,
      off: reason === undefined ? [] : [reason],
    }
  })
}, 60_000)
afterAll(() => service.stop())

const get = (query: string) => service.call('GET', `/api/products/all?${query}`, { as: admin })

/** The page of a query and the one after it, as their plans may differ. */
async function pages(query: string) {
  const { body } = await get(query)
  const next = body.nextCursor === null ? [] : [`${query}&cursor=${body.nextCursor}`]
  return [query, ...next]
}

/** Fails when a page reads without an index, sorts in memory or examines too many products. */
async function expectBounded(query: string, most: number) {
  for (const page of await pages(query)) {
    const reads = await readsOf(service, () => get(page))
    for (const { planSummary = '', hasSortStage, docsExamined } of reads) {
      expect(planSummary).toMatch(/^(IXSCAN|IDHACK)/)
      expect([page, hasSortStage]).toEqual([page, undefined])
      expect(docsExamined).toBeLessThanOrEqual(most)
    }
  }
}

// One product ahead in each index that is merged.
test.each(['', 'status=live', ...OFF_REASONS.map((reason) => `status=${reason}`)])(
  'GET /api/products/all?%s reads what it shows, by one command and one for the acts',
  async (query) => {
    await expectBounded(query, LIMIT + 1 + OFF_REASONS.length)
    for (const page of await pages(query))
      expect(await commandsOf(service, () => get(page))).toEqual([
        'command products',
        'query moderations',
      ])
  },
)

test.each(['q=mug', 'q=common', 'q=no123', 'q=nothing', 'status=live&q=mug'])(
  'GET /api/products/all?%s finds a word by its index',
  async (query) => {
    await expectBounded(query, LIMIT + 2)
    expect(await commandsOf(service, () => get(query))).toEqual([
      'command products',
      'query moderations',
    ])
  },
)

test('the products of a seller cost one command more', async () => {
  await expectBounded(`q=${SELLER}`, LIMIT + 2)
  expect(await commandsOf(service, () => get(`q=${SELLER}`))).toEqual([
    'query products',
    'command products',
    'query moderations',
  ])
})

test.each(['q=mug common', 'q=bowl common no1', 'status=draft&q=mug', `status=hidden&q=${SELLER}`])(
  'GET /api/products/all?%s looks through a limited number of products',
  async (query) => {
    await expectBounded(query, LOOKED_THROUGH + 1)
    const commands = await commandsOf(service, () => get(query))
    expect(commands.length).toBeLessThanOrEqual(5)
  },
)

test('a rare word is found behind a common one, whatever its age', async () => {
  const { body } = await get('q=common no51')
  expect(body.items.map(({ product }: { product: object }) => product)).toMatchObject([
    { title: 'Mug common no51' },
  ])
  expect((await get('q=bowl lamp')).body.items).toEqual([])
})

test('pages go through all 10,000 products, each once, the newest first', async () => {
  const seen: string[] = []
  let cursor = ''
  do {
    const { body } = await get(`limit=100${cursor}`)
    for (const { product } of body.items) seen.push(product.createdAt)
    cursor = body.nextCursor === null ? '' : `&cursor=${body.nextCursor}`
  } while (cursor !== '')
  expect(new Set(seen).size).toBe(MANY)
  expect(seen).toEqual(seen.toSorted().toReversed())
}, 60_000)

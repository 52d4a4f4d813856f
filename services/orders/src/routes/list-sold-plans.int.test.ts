import { afterAll, beforeAll, expect, test } from 'bun:test'
import { newId, newUser, profile } from '@shop/shared/testing'
import { newDocument } from '../order-document.ts'
import { paidFilter, soldFilter, sortingOf, type SoldList } from '../order-lists.ts'
import { startTestOrders, type TestOrders } from '../testing/index.ts'

const ORDERS = 10_000
const BATCH = 1000
const TITLES = ['Teapot, raspberry glaze', 'Coffee cup and saucer', 'Wool blanket']

let service: TestOrders
const ann = newUser()

beforeAll(async () => {
  service = await startTestOrders({ SWEEP_MS: 600_000 })
  for (let n = 0; n < ORDERS; n += BATCH)
    await service.db
      .collection('orders')
      .insertMany(Array.from({ length: BATCH }, (_, m) => paid(n + m)))
})

afterAll(() => service.stop())

function paid(n: number) {
  const line = { title: TITLES[n % TITLES.length] ?? '', price: 100, quantity: 1, picture: null }
  const items = [{ ...line, productId: newId(), sellerId: ann.sub }]
  const address = { name: 'A', line1: 'B', city: 'C', postalCode: '1', country: 'DE' }
  const order = newDocument({ userId: newId(), items, shipping: 0, total: 100, address })
  const completedAt = new Date(Date.UTC(2026, 0, 1) + n * 60_000)
  return { ...order, status: 'Complete', completedAt, outbox: [] }
}

async function planOf(list: SoldList): Promise<string> {
  const { by, direction } = sortingOf(list)
  const plan = await service.db
    .collection('orders')
    .find(soldFilter(list))
    .sort({ [by]: direction, _id: direction })
    .limit(31)
    .explain('executionStats')
  const { totalDocsExamined } = plan['executionStats']
  expect([list, totalDocsExamined < ORDERS / 2]).toEqual([list, true])
  return JSON.stringify(plan['queryPlanner'].winningPlan)
}

test('each list of 10,000 orders is read from an index, in its order', async () => {
  for (const status of ['to-send', 'sent', 'failed', undefined] as const) {
    const plan = await planOf({ sellerId: ann.sub, status })
    expect(plan).toContain('IXSCAN')
    expect(plan).not.toContain('"SORT"')
  }
})

test('each search in 10,000 orders is answered from an index', async () => {
  for (const q of ['teapot', 'te', 'cup sau', 'nothing', '7F4M-83'])
    for (const status of ['to-send', undefined] as const) {
      const plan = await planOf({ sellerId: ann.sub, status, q })
      expect(plan).toContain('IXSCAN')
      expect(plan).not.toContain('COLLSCAN')
    }
})

test('counts read no order', async () => {
  const plan = await service.db
    .collection('orders')
    .aggregate([{ $match: paidFilter(ann.sub, 'to-send') }, { $group: { _id: 1, n: { $sum: 1 } } }])
    .explain('executionStats')
  expect(JSON.stringify(plan)).not.toContain('FETCH')
})

test('the figures of a day read the orders of that day and of the one before', async () => {
  const path = '/api/orders/sold/summary?from=2026-01-03&to=2026-01-03'
  const operations = await profile(service, async () => {
    const { body } = await service.call('GET', path, { as: ann })
    expect([body.orders, body.previous.orders]).toEqual([1440, 1440])
  })
  const reads = operations.reduce((sum, { docsExamined = 0 }) => sum + docsExamined, 0)
  // Each further batch reads its first one twice.
  expect(reads).toBeLessThan(2890)
})

test('pages go through all 10,000 orders, each once', async () => {
  const seen = new Set<string>()
  let cursor = ''
  do {
    const { body } = await service.call(
      'GET',
      `/api/orders/sold?status=to-send&limit=100${cursor}`,
      { as: ann },
    )
    for (const { id } of body.items) seen.add(id)
    cursor = body.nextCursor === null ? '' : `&cursor=${body.nextCursor}`
  } while (cursor !== '')
  expect(seen.size).toBe(ORDERS)
}, 60_000)

import { afterAll, beforeAll, expect, test } from 'bun:test'
import { eventually, newId, newUser } from '@shop/shared/testing'
import { startTestOrders, type TestOrders } from './testing/index.ts'

let service: TestOrders

beforeAll(async () => {
  service = await startTestOrders()
})

afterAll(() => service.stop())

/** The values of the metrics; one that does not exist yet is 0. */
async function read<N extends string>(...names: N[]): Promise<Record<N, number>> {
  const text = await (await service.fetch(new Request('http://shop/metrics'))).text()
  const valueOf = (name: string) =>
    Number(
      text
        .split('\n')
        .find((line) => line.startsWith(`${name} `))
        ?.split(' ')
        .at(-1) ?? 0,
    )
  return Object.fromEntries(names.map((name) => [name, valueOf(name)])) as Record<N, number>
}

const NAMES = [
  'orders_placed_total',
  'orders_completed_total',
  'orders_cancelled_total{reason="user"}',
  'orders_revenue_minor_units_total{currency="usd"}',
  'returns_total{status="Asked"}',
] as const

test.each([
  'orders_revenue_minor_units_total{currency="usd"}',
  'orders_cancelled_total{reason="out_of_stock"}',
  'returns_total{status="Asked"}',
])('%s is there before the first sale', async (name) => {
  const text = await (await service.fetch(new Request('http://shop/metrics'))).text()
  expect(text).toContain(`\n${name} `)
})

test('a sale, a return and a cancellation are counted once', async () => {
  const before = await read(...NAMES)
  const seller = newUser()
  const { path, sold, buyer, order } = await service.paidOrder([seller])
  const parcel = { as: seller, json: { carrier: 'ups' } }
  expect((await service.call('PUT', `${sold}/parcel`, parcel)).status).toBe(200)
  const lines = [{ productId: order.items[0].productId, quantity: 1 }]
  const headers = { 'idempotency-key': crypto.randomUUID() }
  const asked = { as: buyer, json: { lines, reason: 'withdrawal' }, headers }
  for (const status of [201, 201])
    expect((await service.call('POST', `${path}/returns`, asked)).status).toBe(status)
  const unpaid = await service.placedOrder()
  for (const status of [200, 200])
    expect((await service.call('DELETE', unpaid.path, { as: unpaid.buyer })).status).toBe(status)
  const after = await read(...NAMES)
  expect(NAMES.map((name) => after[name] - before[name])).toEqual([
    2,
    1,
    1,
    Math.round(order.total * 100),
    1,
  ])
})

test('the time from the payment to the complete order, and to the end of its handler, is measured', async () => {
  const effect = 'event_effect_seconds_count{subject="payment:created"}'
  const names = ['order_completion_seconds_count', effect]
  const before = await read(...names)
  const { path, order, buyer } = await service.placedOrder()
  const payment = { id: newId(), orderId: order.id, userId: buyer.sub, items: [], stripeId: 'ch_1' }
  const at = new Date().toISOString()
  await service.publish('payment:created', { ...payment, authorizedAt: at, reservedAt: at })
  await eventually(async () => {
    const { body } = await service.call('GET', path, { as: buyer })
    expect(body.status).toBe('Complete')
  })
  await eventually(async () => {
    const after = await read(...names)
    expect(names.map((name) => (after[name] ?? 0) - (before[name] ?? 0))).toEqual([1, 1])
  })
})

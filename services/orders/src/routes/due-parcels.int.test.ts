import { afterAll, beforeAll, expect, test } from 'bun:test'
import { sendByDay, shopDay } from '@shop/shared/contracts'
import { commandsOf, newId, newUser, profile } from '@shop/shared/testing'
import { countDue } from '../due-parcels.ts'
import { newDocument } from '../order-document.ts'
import { OrderRepository } from '../order-repository.ts'
import { startTestOrders, type TestOrders } from '../testing/index.ts'

const HOUR_MS = 3600 * 1000
const DAYS = 14
const START = Date.parse('2026-10-26T00:00:00Z')

let service: TestOrders
let orders: OrderRepository
const ann = newUser()
const times = Array.from({ length: DAYS * 24 }, (_, hour) => new Date(START + hour * HOUR_MS))

beforeAll(async () => {
  // Keeps the sweepers out of the measurement.
  service = await startTestOrders({ SWEEP_MS: 600_000 })
  orders = new OrderRepository(service.db, () => {})
  await service.db.collection('orders').insertMany(times.map((at) => paid(at)))
})

afterAll(() => service.stop())

function paid(completedAt: Date, seller = ann) {
  const line = { title: 'Teapot', price: 100, quantity: 1, picture: null }
  const items = [{ ...line, productId: newId(), sellerId: seller.sub }]
  const address = { name: 'A', line1: 'B', city: 'C', postalCode: '1', country: 'DE' }
  const order = newDocument({ userId: newId(), items, shipping: 0, total: 100, address })
  return { ...order, status: 'Complete', completedAt, outbox: [] }
}

const sum = async (as = ann) =>
  (await service.call('GET', '/api/orders/sold/summary?from=2026-11-28&to=2026-11-29', { as })).body

test('parcels are due by the rule that every page shows, also when the clocks change', async () => {
  const days = times.map(sendByDay)
  for (const now of times.filter((_, hour) => hour % 5 === 0)) {
    const late = days.filter((day) => day < shopDay(now)).length
    const today = days.filter((day) => day === shopDay(now)).length
    expect([now, await countDue(orders, ann.sub, now)]).toEqual([now, { late, today }])
  }
})

test('GET /api/orders/sold/summary counts every late parcel of the seller, unless it was sent', async () => {
  const bob = newUser()
  const sold = times.slice(0, 60).map((at) => paid(at, bob))
  await service.db.collection('orders').insertMany(sold)
  expect((await sum(bob)).due).toEqual({ late: 60, today: 0 })
  const json = { carrier: 'dhl' }
  await service.call('PUT', `/api/orders/sold/${String(sold[0]?._id)}/parcel`, { as: bob, json })
  expect((await sum(bob)).due).toEqual({ late: 59, today: 0 })
  expect((await sum(newUser())).due).toEqual({ late: 0, today: 0 })
})

test('what is due is counted by one command, from the part of an index that is due', async () => {
  const commands = await commandsOf(service, sum)
  expect(commands.toSorted()).toEqual([...Array(8).fill('command orders'), 'query orders'])
  const now = new Date('2026-10-30T12:00:00Z')
  const due = times.filter((at) => sendByDay(at) <= shopDay(now)).length
  const [count] = await profile(service, () => countDue(orders, ann.sub, now))
  expect(count?.planSummary).toStartWith('IXSCAN { listKeys.statuses: 1, status: 1, completedAt: 1')
  expect([count?.docsExamined, count?.keysExamined]).toEqual([0, due])
})

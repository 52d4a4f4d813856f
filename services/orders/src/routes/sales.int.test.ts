import { afterAll, beforeAll, expect, test } from 'bun:test'
import { eventually, newId, newUser } from '@shop/shared/testing'
import { newDocument } from '../order-document.ts'
import { paidFilter } from '../order-lists.ts'
import { startTestOrders, type TestOrders } from '../testing/index.ts'

let service: TestOrders

beforeAll(async () => {
  service = await startTestOrders()
})

afterAll(() => service.stop())

type User = ReturnType<typeof newUser>

const SUMMARY = '/api/orders/sold/summary'
const EXPORT = '/api/orders/sold/export.csv'
const today = () => new Date().toISOString().slice(0, 10)
const period = `from=2026-01-01&to=${today()}`
const sum = (as: User, query = period) => service.call('GET', `${SUMMARY}?${query}`, { as })

test('GET /api/orders/sold/summary adds up the seller’s sales and refunds', async () => {
  const [ann, bob] = [newUser(), newUser()]
  const paid = await service.paidOrder([bob, ann])
  await service.paidOrder([ann])
  const { body } = await service.call('POST', `${paid.sold}/refunds`, {
    as: ann,
    json: { amount: 5, reason: 'goodwill' },
    headers: { 'idempotency-key': crypto.randomUUID() },
  })
  expect((await sum(ann)).body).toMatchObject({ orders: 2, units: 3, revenue: 37.5, refunds: 0 })
  const ended = { id: body.refunds[0].id, orderId: paid.order.id, amount: 5, items: [] }
  await service.publish('refund:ended', { ...ended, status: 'done', restock: false })
  await eventually(async () => expect((await sum(ann)).body.refunds).toBe(5))
  const { body: summary } = await sum(ann)
  expect(summary.days.at(-1)).toEqual({
    day: today(),
    orders: 2,
    units: 3,
    revenue: 37.5,
    refunds: 5,
  })
  expect(summary.previous).toMatchObject({ to: '2025-12-31', orders: 0, revenue: 0 })
  expect(summary.counts).toMatchObject({ toSend: 2, refunded: 1 })
  expect(summary.bestsellers[0]).toMatchObject({ title: 'Teapot', units: 2, revenue: 25 })
  expect((await sum(bob)).body).toMatchObject({ orders: 1, revenue: 12.5, refunds: 0 })
})

test('GET /api/orders/sold/summary returns 400 for a period that is none', async () => {
  const day = '2026-11-29'
  for (const [query, field] of [
    ['', 'from'],
    [`from=${day}`, 'to'],
    [`from=${day}&to=2026-11-28`, 'to'],
    [`from=2025-01-01&to=2026-01-02`, 'to'],
    [`from=2026-02-30&to=${day}`, 'from'],
    [`from=2026-13-01&to=${day}`, 'from'],
    [`from=today&to=${day}`, 'from'],
    [`from=${day}&to=${day}&by=hour`, 'by'],
  ] as const) {
    const { status, body } = await sum(newUser(), query)
    expect([query, status, body.errors[0].field]).toEqual([query, 400, field])
  }
  expect((await sum(newUser(), 'from=2025-01-01&to=2026-01-01')).body.days).toHaveLength(366)
})

test('GET /api/orders/sold/export.csv has a row for each of the seller’s lines', async () => {
  const [ann, bob] = [newUser(), newUser()]
  const { order } = await service.paidOrder([bob, ann])
  const { status, headers, body } = await service.call('GET', EXPORT, { as: ann })
  expect(status).toBe(200)
  expect(headers.get('content-type')).toBe('text/csv; charset=utf-8')
  expect(headers.get('content-disposition')).toBe('attachment; filename="orders.csv"')
  expect(body.replace('\uFEFF', '').split('\r\n')).toEqual([
    'date,number,product,quantity,price,refunded,name,city,country',
    `${today()},${order.number},Teapot,2,12.5,0,A,C,DE`,
    '',
  ])
})

test('nothing that a buyer has written is a formula in the file', async () => {
  const ann = newUser()
  const line = { title: '+1', price: 100, quantity: 1, picture: null }
  const items = [{ ...line, productId: newId(), sellerId: ann.sub }]
  const address = { name: '=1+1', line1: 'B', city: '@SUM(1)', postalCode: '1', country: 'DE' }
  const order = newDocument({ userId: newId(), items, shipping: 0, total: 100, address })
  const paid = { ...order, status: 'Complete', completedAt: new Date() }
  await service.db.collection('orders').insertOne(paid)
  const { body } = await service.call('GET', EXPORT, { as: ann })
  expect(body).toContain(`'+1,1,1,0,'=1+1,'@SUM(1),DE`)
})

test('figures and the file are for users only', async () => {
  for (const path of [`${SUMMARY}?${period}`, EXPORT]) {
    expect((await service.call('GET', path)).status).toBe(401)
    expect((await service.call('GET', path, { as: newUser('guest') })).status).toBe(403)
  }
})

test('the orders of a summary are read from an index', async () => {
  const { sub } = newUser()
  const plan = await service.db
    .collection('orders')
    .find({
      $or: [{ ...paidFilter(sub), completedAt: { $gte: new Date() } }, paidFilter(sub, 'refunded')],
    })
    .explain('queryPlanner')
  const text = JSON.stringify(plan['queryPlanner'].winningPlan)
  expect(text).toContain('IXSCAN')
  expect(text).not.toContain('COLLSCAN')
})

import { afterAll, beforeAll, expect, test } from 'bun:test'
import { eventually, newId, newUser } from '@shop/shared/testing'
import { startTestPayments, type TestPayments } from '../testing/index.ts'

let service: TestPayments

beforeAll(async () => {
  service = await startTestPayments()
})

afterAll(() => service.stop())

const NOTHING_LEFT = { intents: 1, held: 0, captured: 0, refunded: 0 }

/** An order whose money is held, with its pending payment request. */
async function heldOrder() {
  const known = await service.knownOrder()
  const paying = service.pay(known.orderId, known.buyer)
  await service.reaches(known.orderId, 'Authorized')
  return { ...known, paying }
}

async function paidOrder() {
  const known = await service.knownOrder()
  await Promise.all([
    service.pay(known.orderId, known.buyer),
    service.publishOutcome(known.orderId, 'reserved'),
  ])
  await service.reaches(known.orderId, 'Captured')
  return known
}

test('inventory:reserved captures the money once, however often it is delivered', async () => {
  const { orderId } = await heldOrder()
  const published = service.published('payment:created')
  await Promise.all([1, 2, 3].map(() => service.publishOutcome(orderId, 'reserved')))
  const payment = await service.reaches(orderId, 'Captured')
  expect(await service.money(orderId)).toEqual({ intents: 1, held: 0, captured: 2500, refunded: 0 })
  await eventually(() => {
    const mine = published.find((event) => event.orderId === orderId)
    expect(mine).toMatchObject({
      stripeId: payment?.['stripeId'],
      id: String(payment?._id),
      brand: 'visa',
      last4: '4242',
      authorizedAt: payment?.['authorizedAt'].toISOString(),
      reservedAt: payment?.['reservedAt'].toISOString(),
    })
  })
})

test('inventory:rejected releases the money, and a late reservation captures nothing', async () => {
  const { orderId } = await heldOrder()
  for (let i = 0; i < 2; i += 1) await service.publishOutcome(orderId, 'rejected')
  await service.reaches(orderId, 'Cancelled')
  await service.publishOutcome(orderId, 'reserved')
  expect(await service.money(orderId)).toEqual(NOTHING_LEFT)
  const late = await heldOrder()
  await service.publishOutcome(late.orderId, 'reserved')
  await service.reaches(late.orderId, 'Captured')
  expect((await service.stored(orderId))?.['state']).toBe('Cancelled')
})

test('a capture whose response was lost is found, not repeated', async () => {
  const { orderId } = await heldOrder()
  await service.fault(orderId, 'capture', 'error-after-commit')
  await service.publishOutcome(orderId, 'reserved')
  await service.reaches(orderId, 'Captured')
  expect(await service.money(orderId)).toEqual({ intents: 1, held: 0, captured: 2500, refunded: 0 })
})

test('order:cancelled before the first attempt: the order cannot be paid', async () => {
  const { orderId, buyer } = await service.knownOrder()
  for (let i = 0; i < 2; i += 1) await service.cancel(orderId)
  await eventually(async () =>
    expect((await service.copyOf(orderId))?.['status']).toBe('Cancelled'),
  )
  expect((await service.pay(orderId, buyer)).status).toBe(409)
  expect(await service.money(orderId)).toEqual({ ...NOTHING_LEFT, intents: 0 })
})

test('order:cancelled releases held money', async () => {
  const { orderId } = await heldOrder()
  const published = service.published('payment:cancelled')
  await service.cancel(orderId)
  await service.reaches(orderId, 'Cancelled')
  expect(await service.money(orderId)).toEqual(NOTHING_LEFT)
  await eventually(() =>
    expect(published.find((event) => event.orderId === orderId)).toMatchObject({ reason: 'user' }),
  )
})

test('order:cancelled after the capture refunds it once, goods included', async () => {
  const { orderId, order } = await paidOrder()
  const published = service.published('payment:refunded')
  for (let i = 0; i < 3; i += 1) await service.cancel(orderId)
  await service.reaches(orderId, 'Refunded')
  const mine = () => published.filter((event) => event.orderId === orderId)
  await eventually(() => expect(mine().length).toBeGreaterThan(0))
  expect(mine()[0]).toMatchObject({ amount: 25, restock: true, items: order.items })
  expect(new Set(mine().map(({ refundId }) => refundId)).size).toBe(1)
  expect(await service.money(orderId)).toEqual({
    intents: 1,
    held: 0,
    captured: 2500,
    refunded: 2500,
  })
})

test('a refund whose response was lost is found, not repeated', async () => {
  const { orderId } = await paidOrder()
  await service.fault(orderId, 'refund', 'error-after-commit')
  await service.cancel(orderId)
  await service.reaches(orderId, 'Refunded')
  expect(await service.money(orderId)).toMatchObject({ captured: 2500, refunded: 2500 })
})

test('a cancellation that arrives before its order leaves a tombstone', async () => {
  const [orderId, buyer] = [newId(), newUser()]
  await service.cancel(orderId)
  await eventually(async () => expect((await service.copyOf(orderId))?.['tombstone']).toBe(true))
  const items = [{ productId: newId(), title: 'T', price: 25, quantity: 1, sellerId: newId() }]
  const created = { id: orderId, userId: buyer.sub, status: 'Created' as const, total: 25 }
  await service.publish('order:created', { ...created, items, version: 0 })
  const response = await service.pay(orderId, buyer)
  expect([response.status, response.body.type]).toEqual([409, '/problems/order-cancelled'])
  expect((await service.pay(orderId, newUser())).status).toBe(404)
})

import { afterAll, beforeAll, expect, test } from 'bun:test'
import { eventually } from '@shop/shared/testing'
import { startTestPayments, type TestPayments } from '../testing/index.ts'

const services: TestPayments[] = []
let service: TestPayments

async function start(...overrides: Parameters<typeof startTestPayments>): Promise<TestPayments> {
  const started = await startTestPayments(...overrides)
  services.push(started)
  return started
}

beforeAll(async () => (service = await start()))
afterAll(async () => {
  for (const each of services) await each.stop()
})

async function paidOrder(token?: string) {
  const known = await service.knownOrder()
  expect((await service.payReserved(known.orderId, known.buyer, token)).status).toBe(201)
  return known
}

const refundOf = async (orderId: string) => (await service.stored(orderId))?.['refunds'][0]

test('a refund whose process died before it tried is made', async () => {
  const { orderId, order } = await paidOrder()
  const refund = { id: `${orderId}-1`, amount: 1000, items: order.items, restock: false }
  await service.db
    .collection('payments')
    .updateOne({ orderId }, { $set: { refunds: [{ ...refund, state: 'asked', requested: true }] } })
  expect(await service.refunds.end(orderId, 1)).toMatchObject({ status: 'done', amount: 10 })
  expect(await service.money(orderId)).toMatchObject({ refunded: 1000 })
})

test.each([
  ['succeeded', 'done', 1000],
  ['failed', 'failed', 0],
  ['canceled', 'failed', 0],
])('a pending refund waits until it has %s at Stripe, holding up no other', async (...expected) => {
  const [status, reported, refunded] = expected
  const { orderId, order } = await paidOrder('pm_card_pendingRefund')
  await service.refunds.ask(order, 1, 10)
  await eventually(async () => expect((await refundOf(orderId)).nextAt).toBeDefined())
  await service.fault(orderId, 'refund', 'failed')
  await service.refunds.ask(order, 2, 5)
  expect(await service.refunds.end(orderId, 2)).toMatchObject({ status: 'failed' })
  expect(await refundOf(orderId)).toMatchObject({ state: 'asked', amount: 1000 })
  await service.settleRefund(orderId, status)
  expect(await service.refunds.end(orderId, 1)).toMatchObject({ status: reported })
  expect(await service.money(orderId)).toMatchObject({ refunded })
})

test('the older an open refund is, the later it is looked up again', async () => {
  const { orderId, order } = await paidOrder('pm_card_pendingRefund')
  await service.refunds.ask(order, 1, 10)
  await eventually(async () => expect((await refundOf(orderId)).nextAt).toBeDefined())
  const askedAt = new Date(Date.now() - 86_400_000)
  await service.db
    .collection('payments')
    .updateOne(
      { orderId },
      { $set: { 'refunds.0.askedAt': askedAt }, $unset: { 'refunds.0.nextAt': 1 } },
    )
  await eventually(async () => {
    const { nextAt } = await refundOf(orderId)
    expect(nextAt.getTime() - Date.now()).toBeWithin(3_000_000, 3_600_001)
  })
})

test('the daily comparison finds what webhooks did not report: refunds of the dashboard, and reversed ones', async () => {
  const [foreign, reversed] = [await paidOrder(), await paidOrder()]
  await service.refunds.ask(reversed.order, 1, 10)
  await service.refunds.end(reversed.orderId, 1)
  const intentId = String((await service.stored(foreign.orderId))?.['paymentIntentId'])
  await service.stripe('refunds', { payment_intent: intentId, amount: '300' })
  await service.settleRefund(reversed.orderId, 'failed')
  const next = await start({ MONGO_URL: service.config.MONGO_URL })
  // As if the first one were gone: one replica sweeps.
  const $set = { by: next.config.NATS_CLIENT_ID }
  await service.db.collection('leases').updateOne({}, { $set })
  const refunded = next.published('payment:refunded')
  await eventually(() => {
    const found = refunded.find(({ orderId }) => orderId === foreign.orderId)
    expect(found).toMatchObject({ amount: 3, items: [] })
  })
  expect(await next.refunds.end(reversed.orderId, 1, 'reversed')).toMatchObject({ amount: 10 })
  expect(await refundOf(reversed.orderId)).toMatchObject({ state: 'done', reversed: true })
})

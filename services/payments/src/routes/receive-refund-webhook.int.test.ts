import { afterAll, beforeAll, expect, test } from 'bun:test'
import { eventually } from '@shop/shared/testing'
import { startTestPayments, type TestPayments } from '../testing/index.ts'
import { sendWebhook } from '../testing/webhook.ts'

let service: TestPayments
beforeAll(async () => (service = await startTestPayments({ SWEEP_MS: 600_000 })))
afterAll(() => service.stop())

async function paidOrder(token?: string) {
  const known = await service.knownOrder()
  expect((await service.payReserved(known.orderId, known.buyer, token)).status).toBe(201)
  const intentId = String((await service.stored(known.orderId))?.['paymentIntentId'])
  return { ...known, intentId }
}

/** Reports an object of which Stripe names the PaymentIntent only. */
async function report(type: string, intentId: string, fields: object = {}): Promise<void> {
  const object = { id: 'x_1', payment_intent: intentId, metadata: {}, ...fields }
  const body = JSON.stringify({ id: 'evt_1', object: 'event', type, data: { object } })
  expect((await sendWebhook(service, body)).status).toBe(200)
}

test('refund.updated ends a pending refund', async () => {
  const { orderId, order, intentId } = await paidOrder('pm_card_pendingRefund')
  await service.refunds.ask(order, 1, 10)
  await eventually(async () =>
    expect(await service.money(orderId)).toMatchObject({ refunded: 1000 }),
  )
  await service.settleRefund(orderId, 'succeeded')
  await report('refund.updated', intentId)
  expect(await service.refunds.end(orderId, 1)).toMatchObject({ status: 'done', amount: 10 })
})

test.each(['refund.failed', 'charge.refund.updated'])(
  '%s reverses a refund that was done, once, and its amount can be refunded again',
  async (type) => {
    const { orderId, order, intentId } = await paidOrder('pm_card_refundFail')
    await service.refunds.ask(order, 1, 25)
    await service.refunds.end(orderId, 1, 'done')
    await service.settleRefund(orderId, 'failed')
    for (let times = 0; times < 2; times += 1) await report(type, intentId)
    expect(await service.refunds.end(orderId, 1, 'reversed')).toMatchObject({ amount: 25 })
    expect(
      service.refunds.ended.filter(
        ({ status, orderId: of }) => status === 'reversed' && of === orderId,
      ),
    ).toHaveLength(1)
    await service.refunds.ask(order, 2, 25)
    expect(await service.refunds.end(orderId, 2)).toMatchObject({ status: 'done', amount: 25 })
  },
)

test('a pending refund of the dashboard is recorded when it succeeds', async () => {
  const { orderId, intentId } = await paidOrder('pm_card_pendingRefund')
  const recorded = async () => (await service.stored(orderId))?.['refunds']
  await service.stripe('refunds', { payment_intent: intentId, amount: '700' })
  await report('charge.refunded', intentId)
  expect(await recorded()).toEqual([])
  await service.settleRefund(orderId, 'succeeded')
  await report('refund.updated', intentId)
  expect(await recorded()).toMatchObject([{ amount: 700, state: 'done', items: [] }])
})

test('charge.dispute.created records the dispute once, and changes nothing else', async () => {
  const { orderId, intentId } = await paidOrder()
  const dispute = { id: 'du_1', amount: 2500, reason: 'fraudulent' }
  for (let times = 0; times < 2; times += 1)
    await report('charge.dispute.created', intentId, dispute)
  const payment = await service.stored(orderId)
  expect(payment?.['disputes']).toEqual([{ ...dispute, at: expect.any(Date) }])
  expect(payment?.['state']).toBe('Captured')
})

test('a refund of an intent that the shop did not make is ignored', async () => {
  const intent = await service.stripe('payment_intents', { amount: '500', currency: 'usd' })
  await report('refund.updated', intent.id)
})

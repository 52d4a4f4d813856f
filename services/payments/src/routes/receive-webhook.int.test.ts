import { afterAll, beforeAll, expect, test } from 'bun:test'
import { eventually, newId, readStack, startProxy, testDatabaseUrl } from '@shop/shared/testing'
import { startTestPayments, type TestPayments } from '../testing/index.ts'
import { sendWebhook, webhookBody as body } from '../testing/webhook.ts'

let service: TestPayments

beforeAll(async () => {
  service = await startTestPayments()
})

afterAll(() => service.stop())

const send = (payload: string) => sendWebhook(service, payload)

test('a webhook applies the retrieved PaymentIntent, not its own body', async () => {
  const { orderId, buyer } = await service.knownOrder()
  await service.fault(orderId, 'confirm', 'error-after-commit')
  expect((await service.pay(orderId, buyer)).status).toBe(503)
  for (let i = 0; i < 2; i += 1) expect((await send(body(orderId))).status).toBe(200)
  await service.reaches(orderId, 'Authorized')
  const declined = await service.knownOrder()
  await service.pay(declined.orderId, declined.buyer, 'tok_chargeDeclined')
  expect((await send(body(declined.orderId))).status).toBe(200)
  expect((await service.stored(declined.orderId))?.['state']).toBe('Pending')
})

test('an authorization that expired at Stripe cancels the payment', async () => {
  const { orderId, buyer } = await service.knownOrder()
  const paying = service.pay(orderId, buyer)
  const payment = await service.reaches(orderId, 'Authorized')
  await service.stripe(`payment_intents/${payment?.['paymentIntentId']}/cancel`)
  expect((await send(body(orderId, 'payment_intent.canceled'))).status).toBe(200)
  const ended = await service.reaches(orderId, 'Cancelled')
  expect(ended?.['reason']).toBe('authorization_expired')
  expect((await paying).status).toBe(409)
})

test('a refund made in the dashboard is recorded and published once, and its goods stay sold', async () => {
  const published = service.published('payment:refunded')
  const { orderId, buyer } = await service.knownOrder()
  await Promise.all([service.pay(orderId, buyer), service.publishOutcome(orderId, 'reserved')])
  const payment = await service.reaches(orderId, 'Captured')
  const refund = { payment_intent: payment?.['paymentIntentId'], amount: '1000' }
  await service.stripe('refunds', refund)
  for (let i = 0; i < 2; i += 1)
    expect((await send(body(orderId, 'charge.refunded'))).status).toBe(200)
  expect((await service.stored(orderId))?.['refunds']).toMatchObject([
    { amount: 1000, state: 'done' },
  ])
  await eventually(() =>
    expect(published.find((event) => event.orderId === orderId)).toMatchObject({
      amount: 10,
      restock: false,
      items: [],
    }),
  )
  await service.cancel(orderId)
  await service.reaches(orderId, 'Refunded')
  expect(await service.money(orderId)).toMatchObject({ captured: 2500, refunded: 2500 })
})

test('a webhook gets 503 while the database is down', async () => {
  const proxy = await startProxy((await readStack()).mongo.admin)
  const apart = await startTestPayments({
    MONGO_URL: testDatabaseUrl(proxy.url, `test_webhook_${newId()}`),
  })
  const known = await apart.knownOrder()
  proxy.cut()
  expect((await sendWebhook(apart, body(known.orderId))).status).toBe(503)
  proxy.mend()
  await eventually(async () =>
    expect((await sendWebhook(apart, body(known.orderId))).status).toBe(200),
  )
  await apart.stop()
  proxy.stop()
})

test('a webhook of an unknown order is accepted and ignored', async () => {
  expect((await send(body(newId()))).status).toBe(200)
})

test('a webhook without a valid signature gets 400', async () => {
  const payload = body(newId())
  expect((await sendWebhook(service, payload, { secret: 'whsec_wrong' })).status).toBe(400)
  const old = Math.floor(Date.now() / 1000) - 301
  expect((await sendWebhook(service, payload, { timestamp: old })).status).toBe(400)
  const unsigned = await service.call('POST', '/api/payments/webhook', { body: payload })
  expect(unsigned.status).toBe(400)
  const large = await service.call('POST', '/api/payments/webhook', { body: 'x'.repeat(2_000_000) })
  expect(large.status).toBe(413)
})

test.each([
  {},
  { data: null },
  { data: {} },
  { data: { object: null } },
  { data: { object: { metadata: 7 } } },
  { data: { object: { metadata: { orderId: { $ne: null } } } } },
])('a signed webhook with %j gets 400', async (rest) => {
  const event = { id: 'evt_1', object: 'event', type: 'payment_intent.succeeded', ...rest }
  expect((await send(JSON.stringify(event))).status).toBe(400)
})

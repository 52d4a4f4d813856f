import { afterAll, expect, test } from 'bun:test'
import { newHold, newIntent, startForTest } from '../testing/index.ts'

const { stripe, url, stop } = startForTest()
afterAll(stop)

const read = async (query = '') => {
  const response = await fetch(`${url}/sandbox/ledger${query}`)
  return { status: response.status, body: await response.json() }
}

test('GET /sandbox/ledger returns the sums and refunds of all orders', async () => {
  expect(await read()).toEqual({ status: 200, body: { paymentIntents: [] } })
  const { id: open } = await newIntent(stripe, 'open')
  const { id: held } = await newHold(stripe, 'held')
  const { id: paid } = await newHold(stripe, 'paid')
  await stripe.paymentIntents.capture(paid)
  for (const [refundId, amount] of [
    ['r1', 300],
    ['r2', 200],
  ] as const)
    await stripe.refunds.create({ payment_intent: paid, amount, metadata: { refundId } })
  const untouched = { amount: 1000, authorised: 0, captured: 0, released: 0, refunded: 0 }
  const refund = { id: expect.stringMatching(/^re_/), paymentIntent: paid, status: 'succeeded' }
  const { paymentIntents } = (await read()).body
  expect(paymentIntents).toEqual([
    {
      paymentIntent: open,
      orderId: 'open',
      status: 'requires_payment_method',
      currency: 'usd',
      ...untouched,
      refunds: [],
    },
    {
      paymentIntent: held,
      orderId: 'held',
      status: 'requires_capture',
      currency: 'usd',
      ...untouched,
      authorised: 1000,
      refunds: [],
    },
    {
      paymentIntent: paid,
      orderId: 'paid',
      status: 'succeeded',
      currency: 'usd',
      amount: 1000,
      authorised: 1000,
      captured: 1000,
      released: 0,
      refunded: 500,
      refunds: [
        { ...refund, refundId: 'r1', amount: 300 },
        { ...refund, refundId: 'r2', amount: 200 },
      ],
    },
  ])
})

test('intents and refunds without metadata have no order', async () => {
  const intent = await stripe.paymentIntents.create({
    amount: 700,
    currency: 'usd',
    confirm: true,
    payment_method: 'pm_card_visa',
    allowed_payment_method_types: ['card'],
  })
  await stripe.refunds.create({ payment_intent: intent.id })
  const { paymentIntents } = (await read()).body
  expect(paymentIntents.at(-1)).toMatchObject({
    paymentIntent: intent.id,
    orderId: null,
    captured: 700,
    refunded: 700,
    refunds: [{ refundId: null, amount: 700 }],
  })
})

test('an empty id is no request for the whole ledger', async () => {
  expect((await read('?orderId=')).status).toBe(400)
})

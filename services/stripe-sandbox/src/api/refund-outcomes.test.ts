import { afterAll, describe, expect, test } from 'bun:test'
import type { Stripe } from 'stripe'
import { idOf } from '../ledger/objects.ts'
import {
  accountOf,
  eventually,
  newIntent,
  postFault,
  startForTest,
  stripeErrorOf,
} from '../testing/index.ts'

const { stripe, url, stop } = startForTest()
afterAll(stop)

async function paid(orderId: string, payment_method = 'pm_card_visa') {
  const { id } = await newIntent(stripe, orderId)
  await stripe.paymentIntents.confirm(id, { payment_method })
  return stripe.paymentIntents.capture(id)
}

async function post(path: string, body: object = {}) {
  const response = await fetch(`${url}/sandbox/${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
  })
  return { status: response.status, body: await response.json() }
}

const settle = (id: string, status: string) => post(`refunds/${id}`, { status })

async function addFault(orderId: string, kind: string, ms = 0): Promise<void> {
  expect((await postFault(url, { match: { orderId }, call: 'refund', kind, ms })).status).toBe(201)
}

/** The types of the events about a refund, oldest first. */
async function eventsOf(refundId: string): Promise<string[]> {
  const { data } = await stripe.events.list({ limit: 100 })
  const about = data.filter(({ data: { object } }) => (object as Stripe.Refund).id === refundId)
  return about.map(({ type }) => type).toReversed()
}

describe('a refund by the card whose refunds are pending', () => {
  test('holds its amount and succeeds later', async () => {
    const { id } = await paid('pending', 'pm_card_pendingRefund')
    const refund = await stripe.refunds.create({ payment_intent: id, amount: 400 })
    expect(refund.status).toBe('pending')
    expect(await accountOf(url, 'pending')).toMatchObject({ refunded: 400 })
    const more = await stripeErrorOf(stripe.refunds.create({ payment_intent: id, amount: 601 }))
    expect(more.statusCode).toBe(400)
    expect((await settle(refund.id, 'succeeded')).body.status).toBe('succeeded')
    expect(await accountOf(url, 'pending')).toMatchObject({ refunded: 400 })
    expect(await eventsOf(refund.id)).toEqual([
      'refund.created',
      'refund.updated',
      'charge.refund.updated',
    ])
  })

  test.each(['failed', 'canceled'])(
    'may end as %s: its amount can be refunded again',
    async (status) => {
      const { id } = await paid(status, 'pm_card_pendingRefund')
      const refund = await stripe.refunds.create({ payment_intent: id })
      await settle(refund.id, status)
      expect(await accountOf(url, status)).toMatchObject({ captured: 1000, refunded: 0 })
      const charge = { refunded: false, amount_refunded: 0 }
      expect(await stripe.charges.retrieve(idOf(refund.charge))).toMatchObject(charge)
      expect((await stripe.refunds.create({ payment_intent: id })).amount).toBe(1000)
    },
  )
})

test('a refund by the card whose refunds fail succeeds first, and its money comes back', async () => {
  const { id } = await paid('fails', 'pm_card_refundFail')
  const refund = await stripe.refunds.create({ payment_intent: id, amount: 300 })
  expect(refund.status).toBe('succeeded')
  await settle(refund.id, 'failed')
  const failed = { status: 'failed', failure_reason: 'expired_or_canceled_card' }
  expect(await stripe.refunds.retrieve(refund.id)).toMatchObject(failed)
  expect(await accountOf(url, 'fails')).toMatchObject({ captured: 1000, refunded: 0 })
  expect(await eventsOf(refund.id)).toEqual([
    'refund.created',
    'refund.failed',
    'refund.updated',
    'charge.refund.updated',
  ])
})

describe('an armed fault', () => {
  test('makes a refund fail at once, which moves no money', async () => {
    await addFault('at-once', 'failed')
    const { id } = await paid('at-once')
    const refund = await stripe.refunds.create({ payment_intent: id })
    expect(refund.status).toBe('failed')
    expect(await accountOf(url, 'at-once')).toMatchObject({ refunded: 0 })
    expect((await stripe.refunds.create({ payment_intent: id })).status).toBe('succeeded')
  })

  test.each([
    ['pending', 'pending', 'succeeded', 1000],
    ['failed-later', 'succeeded', 'failed', 0],
  ])('%s makes it %s, and %s after a while', async (kind, first, later, refunded) => {
    await addFault(`fault-${kind}`, kind, 50)
    const { id } = await paid(`fault-${kind}`)
    const refund = await stripe.refunds.create({ payment_intent: id })
    expect(refund.status).toBe(first)
    await eventually(async () =>
      (await stripe.refunds.retrieve(refund.id)).status === later ? true : undefined,
    )
    expect(await accountOf(url, `fault-${kind}`)).toMatchObject({ refunded })
  })

  test('is planned for after a restart, too', async () => {
    const before = startForTest()
    await postFault(before.url, { match: { orderId: 'x' }, call: 'refund', kind: 'pending', ms: 0 })
    const { id } = await newIntent(before.stripe, 'x')
    await before.stripe.paymentIntents.confirm(id, { payment_method: 'pm_card_visa' })
    await before.stripe.paymentIntents.capture(id)
    const refund = await before.stripe.refunds.create({ payment_intent: id })
    await before.stop()
    const after = startForTest({ file: before.file })
    await eventually(async () =>
      (await after.stripe.refunds.retrieve(refund.id)).status === 'succeeded' ? true : undefined,
    )
    await after.stop()
  })
})

test.each([
  ['succeeded', 'canceled'],
  ['succeeded', 'succeeded'],
  ['failed', 'succeeded'],
])('a refund that is %s cannot become %s', async (first, then) => {
  const { id } = await paid(`${first}-${then}`)
  const refund = await stripe.refunds.create({ payment_intent: id })
  if (first === 'failed') await settle(refund.id, 'failed')
  expect((await settle(refund.id, then)).status).toBe(400)
})

import { afterAll, describe, expect, test } from 'bun:test'
import type { Stripe } from 'stripe'
import {
  WEBHOOK_SECRET,
  eventually,
  newHold,
  newIntent,
  postFault,
  stripeErrorOf,
  startForTest,
  withToken,
} from '../testing/index.ts'
import { startReceiver } from '../testing/receiver.ts'

const receiver = startReceiver()
const { stripe, url, stop } = startForTest({ webhookUrl: receiver.url })
afterAll(async () => {
  await stop()
  await receiver.stop()
})

/** The types of an order's received events, duplicates included. */
const typesOf = (orderId: string) => receiver.eventsOf(orderId).map(({ type }) => type)

const arrived = (orderId: string, count: number) =>
  eventually(() => (typesOf(orderId).length >= count ? typesOf(orderId).toSorted() : undefined))

const addFault = (orderId: string, fault: object) =>
  postFault(url, { match: { orderId }, call: 'webhook', ...fault })

describe('events', () => {
  test('are sent only if the endpoint is subscribed to their type, and none of the others waits', async () => {
    const few = startForTest({ webhookUrl: receiver.url, webhookEvents: ['charge.captured'] })
    const { id } = await newHold(few.stripe, 'subscribed')
    await few.stripe.paymentIntents.capture(id)
    expect(await arrived('subscribed', 1)).toEqual(['charge.captured'])
    const pending = async () =>
      (await few.stripe.events.list()).data.filter((event) => event.pending_webhooks > 0).length
    await eventually(async () => ((await pending()) === 0 ? true : undefined))
    expect(typesOf('subscribed')).toEqual(['charge.captured'])
    await few.stop()
  })

  test('are sent for each step of a payment, with a valid signature', async () => {
    const { id } = await newHold(stripe, 'events')
    await stripe.paymentIntents.capture(id)
    await stripe.refunds.create({ payment_intent: id })
    expect(await arrived('events', 7)).toEqual([
      'charge.captured',
      'charge.refunded',
      'charge.succeeded',
      'payment_intent.amount_capturable_updated',
      'payment_intent.created',
      'payment_intent.succeeded',
      'refund.created',
    ])
    const held = receiver
      .eventsOf('events')
      .find(({ type }) => type === 'payment_intent.amount_capturable_updated')
    expect(held).toMatchObject({
      object: 'event',
      api_version: '2026-10-28.endive',
      livemode: false,
      request: { id: expect.stringMatching(/^req_/) },
      data: { object: { id, status: 'requires_capture', metadata: { orderId: 'events' } } },
    })
    const pending = async () => (await stripe.events.retrieve(held?.id ?? '')).pending_webhooks
    await eventually(async () => ((await pending()) === 0 ? true : undefined))
  })

  test('are sent for declines, actions and cancellations', async () => {
    const { id } = await newIntent(stripe, 'others')
    await stripeErrorOf(stripe.paymentIntents.confirm(id, withToken('tok_chargeDeclined')))
    await stripe.paymentIntents.confirm(id, { payment_method: 'pm_card_authenticationRequired' })
    await stripe.paymentIntents.cancel(id)
    expect(await arrived('others', 5)).toEqual([
      'charge.failed',
      'payment_intent.canceled',
      'payment_intent.created',
      'payment_intent.payment_failed',
      'payment_intent.requires_action',
    ])
  })

  test('are not sent for failed calls', async () => {
    const { id } = await newIntent(stripe, 'refused')
    await stripeErrorOf(stripe.paymentIntents.capture(id))
    await stripe.paymentIntents.cancel(id)
    expect(await arrived('refused', 2)).toEqual([
      'payment_intent.canceled',
      'payment_intent.created',
    ])
  })
})

describe('a delivery', () => {
  test('is retried until accepted', async () => {
    receiver.refuse('stubborn', 3)
    await newIntent(stripe, 'stubborn')
    const [event] = await eventually(() => {
      const events = receiver.eventsOf('stubborn')
      return events.length > 0 ? events : undefined
    })
    expect(receiver.refusalsLeft('stubborn')).toBe(0)
    await eventually(async () => {
      const { pending_webhooks } = await stripe.events.retrieve(event?.id ?? '')
      return pending_webhooks === 0 ? true : undefined
    })
  })

  test('is dropped, duplicated or delayed by a fault of its order only', async () => {
    await addFault('dropped', { kind: 'drop' })
    await addFault('doubled', { kind: 'duplicate' })
    await addFault('delayed', { kind: 'delay', ms: 300 })
    await Promise.all(['delayed', 'dropped', 'doubled', 'plain'].map((id) => newIntent(stripe, id)))
    await arrived('plain', 1)
    await arrived('doubled', 2)
    await arrived('delayed', 1)
    expect(receiver.arrivals().indexOf('delayed')).toBeGreaterThan(
      receiver.arrivals().lastIndexOf('plain'),
    )
    expect(typesOf('dropped')).toEqual([])
    expect(typesOf('plain')).toHaveLength(1)
    expect(new Set(receiver.eventsOf('doubled').map(({ id }) => id)).size).toBe(1)
    const dropped = await stripe.events.list({ type: 'payment_intent.created' })
    const orders = dropped.data.map(({ data }) => (data.object as Stripe.PaymentIntent).metadata)
    expect(orders).toContainEqual({ orderId: 'dropped', paymentId: 'payment-of-dropped' })
  })

  test('arrives once but reordered when shuffled', async () => {
    const orders = Array.from({ length: 12 }, (_, n) => `shuffled-${n}`)
    for (const orderId of orders) await addFault(orderId, { kind: 'shuffle', ms: 300 })
    for (const orderId of orders) await newIntent(stripe, orderId)
    await Promise.all(orders.map((orderId) => arrived(orderId, 1)))
    const came = receiver.arrivals().filter((orderId) => orderId.startsWith('shuffled-'))
    expect(came).not.toEqual(orders)
    expect(came.toSorted()).toEqual(orders.toSorted())
  })

  test('fails after ten attempts', async () => {
    const impatient = startForTest({ webhookUrl: receiver.url, webhookRetryMs: 0 })
    receiver.refuse('hopeless', 99)
    const { created } = await newIntent(impatient.stripe, 'hopeless')
    const event = await eventually(async () => {
      const { data } = await impatient.stripe.events.list({ created: { gte: created } })
      return data.find(({ pending_webhooks }) => pending_webhooks === 0)
    })
    expect(event?.type).toBe('payment_intent.created')
    expect(receiver.refusalsLeft('hopeless')).toBe(89)
    await impatient.stop()
  })
})

test('a changed body or another secret fails verification', async () => {
  await newIntent(stripe, 'forged')
  await arrived('forged', 1)
  const { body, signature } = receiver.rawOf('forged')
  const verify = (text: string, secret: string) =>
    stripe.webhooks.constructEventAsync(text, signature, secret)
  expect(await verify(body, WEBHOOK_SECRET)).toMatchObject({ object: 'event' })
  await stripeErrorOf(verify(body.replace('1000', '1'), WEBHOOK_SECRET))
  await stripeErrorOf(verify(body, 'whsec_other'))
})

import { afterAll, describe, expect, test } from 'bun:test'
import { Stripe } from 'stripe'
import {
  SECRET_KEY,
  accountOf,
  eventually,
  newHold,
  newIntent,
  postFault,
  stripeErrorOf,
  startForTest,
} from '../testing/index.ts'
import type { Fault } from './store.ts'

const { stripe, url, stop } = startForTest()
afterAll(stop)

async function addFault(orderId: string, fault: object): Promise<Fault> {
  const response = await postFault(url, { match: { orderId }, ...fault })
  expect(response.status).toBe(201)
  return (await response.json()) as Fault
}

async function timesLeft({ id }: Fault): Promise<number> {
  return ((await (await fetch(`${url}/sandbox/faults/${id}`)).json()) as Fault).times
}

const visa = { payment_method: 'pm_card_visa' }
const key = (idempotencyKey: string) => ({ idempotencyKey })

describe('a fault', () => {
  test('applies the given number of times, to its order only', async () => {
    const fault = await addFault('mine', { call: 'confirm', kind: 'error-before-commit', times: 2 })
    const mine = await newIntent(stripe, 'mine')
    const other = await newIntent(stripe, 'other')
    expect((await stripe.paymentIntents.confirm(other.id, visa)).status).toBe('requires_capture')
    const confirm = () => stripe.paymentIntents.confirm(mine.id, visa)
    expect(await stripeErrorOf(confirm())).toMatchObject({
      type: 'StripeAPIError',
      statusCode: 500,
    })
    expect(await timesLeft(fault)).toBe(1)
    await stripeErrorOf(confirm())
    expect((await confirm()).status).toBe('requires_capture')
    expect(await timesLeft(fault)).toBe(0)
  })

  test('can be disarmed', async () => {
    const request = { call: 'confirm', kind: 'error-before-commit', times: 5 }
    const { id } = await addFault('ended', request)
    const ended = await fetch(`${url}/sandbox/faults/${id}`, { method: 'DELETE' })
    expect(await ended.json()).toMatchObject({ id, times: 5 })
    const intent = await newIntent(stripe, 'ended')
    expect((await stripe.paymentIntents.confirm(intent.id, visa)).status).toBe('requires_capture')
    const unknown = await fetch(`${url}/sandbox/faults/none`, { method: 'DELETE' })
    expect(unknown.status).toBe(404)
  })

  test('can apply to a card', async () => {
    const match = { card: '6011111111111117' }
    await postFault(url, { match, call: 'confirm', kind: 'error-before-commit' })
    const { id } = await newIntent(stripe, 'by-card')
    const payment_method = 'pm_card_discover'
    await stripeErrorOf(stripe.paymentIntents.confirm(id, { payment_method }))
    const held = await stripe.paymentIntents.confirm(id, { payment_method })
    expect(held.status).toBe('requires_capture')
  })

  test.each([
    [{ match: {}, call: 'confirm', kind: 'delay' }],
    [{ match: { orderId: 'x' }, call: 'confirm', kind: 'drop' }],
    [{ match: { orderId: 'x' }, call: 'webhook', kind: 'reset' }],
    [{ match: { orderId: 'x' }, call: 'login', kind: 'delay' }],
    [{ match: { orderId: 'x' }, call: 'confirm', kind: 'delay', times: 0 }],
    [{ call: 'confirm', kind: 'delay' }],
    ['not an object'],
  ])('is refused when it makes no sense: %j', async (body) => {
    expect((await postFault(url, body)).status).toBe(400)
  })
})

test('delay: waits before executing the call', async () => {
  const fault = await addFault('delay', { call: 'confirm', kind: 'delay', ms: 1000 })
  const { id } = await newIntent(stripe, 'delay')
  const confirming = stripe.paymentIntents.confirm(id, visa)
  await eventually(async () => ((await timesLeft(fault)) === 0 ? true : undefined))
  expect((await stripe.paymentIntents.retrieve(id)).status).toBe('requires_payment_method')
  expect((await confirming).status).toBe('requires_capture')
})

test('error-before-commit: does nothing and stores no response', async () => {
  await addFault('before', { call: 'capture', kind: 'error-before-commit' })
  const { id } = await newHold(stripe, 'before')
  const capture = () => stripe.paymentIntents.capture(id, {}, key('capture:before'))
  expect((await stripeErrorOf(capture())).statusCode).toBe(500)
  expect(await accountOf(url, 'before')).toMatchObject({ captured: 0 })
  expect((await capture()).status).toBe('succeeded')
})

test('error-after-commit: executes the call and replays the 500', async () => {
  await addFault('after', { call: 'capture', kind: 'error-after-commit' })
  const { id } = await newHold(stripe, 'after')
  const capture = () => stripe.paymentIntents.capture(id, {}, key('capture:after'))
  expect((await stripeErrorOf(capture())).statusCode).toBe(500)
  const replayed = await stripeErrorOf(capture())
  expect(replayed.statusCode).toBe(500)
  expect(new Headers(replayed.headers ?? {}).get('idempotent-replayed')).toBe('true')
  expect((await stripe.paymentIntents.retrieve(id)).status).toBe('succeeded')
  expect(await accountOf(url, 'after')).toMatchObject({ captured: 1000 })
})

test('reset: executes the call; the SDK’s retry gets the response', async () => {
  const fault = await addFault('reset', { call: 'create', kind: 'reset' })
  const created = await newIntent(stripe, 'reset')
  expect(await timesLeft(fault)).toBe(0)
  expect(created.status).toBe('requires_payment_method')
  await accountOf(url, 'reset')
})

test('timeout-after-commit: executes the call; the same key gets the response', async () => {
  await addFault('slow', { call: 'refund', kind: 'timeout-after-commit', ms: 5000 })
  const { id } = await newHold(stripe, 'slow')
  await stripe.paymentIntents.capture(id)
  const impatient = new Stripe(SECRET_KEY, {
    host: '127.0.0.1',
    port: new URL(url).port,
    protocol: 'http',
    maxNetworkRetries: 0,
    timeout: 200,
  })
  const retryable = key('refund:slow:0')
  const refused = await stripeErrorOf(impatient.refunds.create({ payment_intent: id }, retryable))
  expect(refused).toMatchObject({ type: 'StripeConnectionError' })
  await eventually(async () =>
    (await accountOf(url, 'slow')).refunded === 1000 ? true : undefined,
  )
  expect((await stripe.refunds.create({ payment_intent: id }, retryable)).amount).toBe(1000)
  expect(await accountOf(url, 'slow')).toMatchObject({ refunded: 1000 })
})

import { afterAll, expect, test } from 'bun:test'
import { createLog } from '@shop/shared/log'
import { histogram } from '@shop/shared/metrics'
import { failureOf } from '@shop/shared/testing'
import { Stripe } from 'stripe'
import { timedClient } from './stripe-client.ts'

const INTENT = { id: 'pi_1', object: 'payment_intent' }
const ERROR = { error: { type: 'api_error', message: 'an outage' } }

const server = Bun.serve({
  hostname: '127.0.0.1',
  port: 0,
  fetch: ({ method }) =>
    method === 'GET' ? Response.json(INTENT) : Response.json(ERROR, { status: 500 }),
})
const stripe = new Stripe('sk_test_1', {
  httpClient: timedClient(createLog('test', 'silent')),
  protocol: 'http',
  host: '127.0.0.1',
  port: server.port ?? 0,
  maxNetworkRetries: 0,
})

afterAll(() => server.stop(true))

const calls = histogram('stripe_call_duration_seconds', '', ['call', 'status'], [])

async function counted(): Promise<string[]> {
  const { values } = await calls.get()
  return values
    .filter(({ metricName }) => metricName?.endsWith('_count'))
    .map(({ labels, value }) => `${labels.call} ${labels.status} ${value}`)
}

test('calls are timed by what they do and how they end, also without a response', async () => {
  calls.reset()
  for (const id of ['pi_1', 'pi_2']) await stripe.paymentIntents.retrieve(id)
  await failureOf(stripe.paymentIntents.capture('pi_1'))
  await server.stop(true)
  await failureOf(stripe.refunds.list({ payment_intent: 'pi_1' }))
  expect(await counted()).toEqual([
    'GET /v1/payment_intents/:id 200 2',
    'POST /v1/payment_intents/:id/capture 500 1',
    'GET /v1/refunds none 1',
  ])
})

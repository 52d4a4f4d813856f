import { Stripe } from 'stripe'
import type { TestPayments } from './index.ts'

export const webhookBody = (orderId: string, type = 'payment_intent.amount_capturable_updated') =>
  JSON.stringify({
    id: 'evt_1',
    object: 'event',
    type,
    data: { object: { id: 'pi_1', object: 'payment_intent', metadata: { orderId } } },
  })

/** Sends a webhook as Stripe does. */
export async function sendWebhook(
  to: TestPayments,
  payload: string,
  { secret = to.sandbox.webhookSecret, timestamp }: { secret?: string; timestamp?: number } = {},
) {
  const stripe = new Stripe('sk_test_any')
  const options = { payload, secret, ...(timestamp && { timestamp }) }
  const signature = await stripe.webhooks.generateTestHeaderStringAsync(options)
  const headers = { 'stripe-signature': signature, 'content-type': 'application/json' }
  return to.call('POST', '/api/payments/webhook', { body: payload, headers })
}

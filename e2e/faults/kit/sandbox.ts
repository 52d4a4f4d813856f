import { readStack } from '@shop/shared/testing'

type WebhookFault = 'drop' | 'duplicate' | 'shuffle'

/** Passes the 3-D Secure challenge of a payment. */
export async function passChallenge(clientSecret: string): Promise<void> {
  const [intent] = clientSecret.split('_secret')
  await post(`/sandbox/payment_intents/${intent}/challenge`, { result: 'succeed' })
}

/** A confirmation token of a card that requires 3-D Secure. */
export async function challengedCard(): Promise<string> {
  const { url, secretKey } = (await readStack()).sandbox
  const response = await fetch(new URL('/v1/test_helpers/confirmation_tokens', url), {
    method: 'POST',
    headers: { authorization: `Bearer ${secretKey}` },
    body: new URLSearchParams({ payment_method: 'pm_card_authenticationRequired' }),
  })
  return ((await response.json()) as { id: string }).id
}

/** Disturbs webhooks of a card; returns the function that ends the fault and counts its webhooks. */
export async function injectWebhookFault(
  kind: WebhookFault,
  card: string,
  times: number,
): Promise<() => Promise<number>> {
  const fault = await post('/sandbox/faults', {
    call: 'webhook',
    kind,
    times,
    match: { card },
    ms: 500,
  })
  const { id } = (await fault.json()) as { id: string }
  return async () => {
    const { url } = (await readStack()).sandbox
    const ended = await fetch(`${url}/sandbox/faults/${id}`, { method: 'DELETE' })
    return times - ((await ended.json()) as { times: number }).times
  }
}

type RefundFault =
  | 'pending'
  | 'failed'
  | 'failed-later'
  | 'error-before-commit'
  | 'error-after-commit'

/** What becomes of the next refunds of an order. */
export async function injectRefundFault(
  orderId: string,
  kind: RefundFault,
  times: number,
  ms: number,
): Promise<void> {
  await post('/sandbox/faults', { call: 'refund', kind, times, ms, match: { orderId } })
}

/** Refunds a part (minor units) of an order's payment as Stripe's dashboard does. */
export async function refundInDashboard(orderId: string, amount: number): Promise<void> {
  const { url, secretKey } = (await readStack()).sandbox
  const ledger = await fetch(`${url}/sandbox/ledger?orderId=${orderId}`)
  const { paymentIntents } = (await ledger.json()) as {
    paymentIntents: { paymentIntent: string }[]
  }
  const [paid] = paymentIntents
  if (paid === undefined) return
  await fetch(new URL('/v1/refunds', url), {
    method: 'POST',
    headers: { authorization: `Bearer ${secretKey}` },
    body: new URLSearchParams({ payment_intent: paid.paymentIntent, amount: String(amount) }),
  })
}

async function post(path: string, body: object): Promise<Response> {
  const { url } = (await readStack()).sandbox
  return fetch(new URL(path, url), { method: 'POST', body: JSON.stringify(body) })
}

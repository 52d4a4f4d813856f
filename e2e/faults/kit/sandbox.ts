import { newId, readStack } from '@shop/shared/testing'

const PAUSE_MS = 100
const UNREACHABLE_MS = 30_000
const MANY = 10_000

type WebhookFault = 'drop' | 'duplicate' | 'shuffle'

/** Passes the 3-D Secure challenge of a payment. */
export async function passChallenge(clientSecret: string): Promise<void> {
  const [intent] = clientSecret.split('_secret')
  await post(`/sandbox/payment_intents/${intent}/challenge`, { result: 'succeed' })
}

/** A confirmation token of a card that requires 3-D Secure. */
export async function challengedCard(): Promise<string> {
  const response = await postToStripe('/v1/test_helpers/confirmation_tokens', {
    payment_method: 'pm_card_authenticationRequired',
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
    const ended = await request(`/sandbox/faults/${id}`, { method: 'DELETE' })
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

/** Lets all calls of one kind for an order fail; returns the function that ends it. */
export async function injectOutage(
  orderId: string,
  call: 'capture' | 'refund',
): Promise<() => Promise<void>> {
  const kind = 'error-before-commit'
  const fault = await post('/sandbox/faults', { call, kind, times: MANY, match: { orderId } })
  const { id } = (await fault.json()) as { id: string }
  return async () => void (await request(`/sandbox/faults/${id}`, { method: 'DELETE' }))
}

/** Refunds a part (minor units) of an order's payment as Stripe's dashboard does. */
export async function refundInDashboard(orderId: string, amount: number): Promise<void> {
  const ledger = await request(`/sandbox/ledger?orderId=${orderId}`)
  const { paymentIntents } = (await ledger.json()) as {
    paymentIntents: { paymentIntent: string }[]
  }
  const [paid] = paymentIntents
  if (paid === undefined) return
  await postToStripe('/v1/refunds', { payment_intent: paid.paymentIntent, amount: String(amount) })
}

const post = (path: string, body: object) =>
  request(path, { method: 'POST', body: JSON.stringify(body) })

async function postToStripe(path: string, fields: Record<string, string>): Promise<Response> {
  const { secretKey } = (await readStack()).sandbox
  return request(path, {
    method: 'POST',
    headers: { authorization: `Bearer ${secretKey}`, 'idempotency-key': newId() },
    body: new URLSearchParams(fields),
  })
}

/** Repeats a request while the sandbox is killed and restarting. */
async function request(path: string, options: RequestInit = {}): Promise<Response> {
  const { url } = (await readStack()).sandbox
  const deadline = performance.now() + UNREACHABLE_MS
  for (;;) {
    try {
      return await fetch(new URL(path, url), options)
    } catch (error) {
      if (performance.now() > deadline) throw error
      await Bun.sleep(PAUSE_MS)
    }
  }
}

import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createLog } from '@shop/shared/log'
import { stackPath } from '@shop/shared/testing'
import { Stripe } from 'stripe'
import { createSandbox } from '../sandbox.ts'

export const SECRET_KEY = 'sk_test_sandbox'
export const PUBLISHABLE_KEY = 'pk_test_sandbox'
export const WEBHOOK_SECRET = 'whsec_sandbox'

export interface TestOptions {
  file?: string
  webhookUrl?: string
  webhookRetryMs?: number
  webhookEvents?: string[]
}

/** A new ledger file in the stack's data folder. */
export function newLedgerFile(): string {
  const folder = join(dirname(stackPath()), 'test-ledgers')
  mkdirSync(folder, { recursive: true })
  return join(folder, `${crypto.randomUUID()}.db`)
}

/** The official SDK configured for a sandbox, without retries. */
export function connect(url: string): Stripe {
  const { hostname, port } = new URL(url)
  return new Stripe(SECRET_KEY, {
    host: hostname,
    port,
    protocol: 'http',
    maxNetworkRetries: 0,
    telemetry: false,
  })
}

/** The real app on a free loopback port with its own ledger, and the SDK connected to it. */
export function startForTest({
  file = newLedgerFile(),
  webhookUrl = 'http://127.0.0.1:9/unreachable',
  webhookRetryMs = 10,
  webhookEvents,
}: TestOptions = {}) {
  const config = {
    HOST: '127.0.0.1',
    PORT: 0,
    SANDBOX_DB: file,
    SANDBOX_PUBLIC_URL: 'http://sandbox.test',
    STRIPE_SECRET_KEY: SECRET_KEY,
    STRIPE_PUBLISHABLE_KEY: PUBLISHABLE_KEY,
    STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET,
    WEBHOOK_URL: webhookUrl,
    WEBHOOK_RETRY_MS: webhookRetryMs,
    WEBHOOK_EVENTS: webhookEvents,
  }
  const sandbox = createSandbox(config, createLog('stripe-sandbox', 'silent'))
  const server = Bun.serve({ hostname: '127.0.0.1', port: 0, fetch: sandbox.app.fetch })
  return {
    file,
    url: server.url.origin,
    stripe: connect(server.url.origin),
    stop: async () => {
      await server.stop(true)
      await sandbox.close()
    },
  }
}

/** A manual intent of 10.00 USD for one order. */
export function newIntent(
  stripe: Stripe,
  orderId: string,
  more: Partial<Stripe.PaymentIntentCreateParams> = {},
) {
  return stripe.paymentIntents.create({
    amount: 1000,
    currency: 'usd',
    capture_method: 'manual',
    allowed_payment_method_types: ['card'],
    metadata: { orderId, paymentId: `payment-of-${orderId}` },
    ...more,
  })
}

/** An intent with an authorization of 10.00 USD. */
export async function newHold(stripe: Stripe, orderId: string) {
  const { id } = await newIntent(stripe, orderId)
  return stripe.paymentIntents.confirm(id, { payment_method: 'pm_card_visa' })
}

/** A card token for confirm; the SDK's types lack `card`. */
export function withToken(token: string): Stripe.PaymentIntentConfirmParams {
  return { payment_method_data: { type: 'card', card: { token } } as never }
}

/** The error of an SDK call; throws when it succeeds. */
export async function stripeErrorOf(call: Promise<unknown>): Promise<Stripe.errors.StripeError> {
  const result: unknown = await call.catch((error: unknown) => error)
  if (result instanceof Stripe.errors.StripeError) return result
  throw new Error(`expected an error of Stripe, got ${JSON.stringify(result)}`)
}

/** Arms a fault. */
export function postFault(url: string, fault: unknown): Promise<Response> {
  return fetch(`${url}/sandbox/faults`, { method: 'POST', body: JSON.stringify(fault) })
}

type Sums = Record<'authorised' | 'captured' | 'released' | 'refunded', number>

/** The sums of an order's only intent in the ledger. */
export async function accountOf(url: string, orderId: string) {
  const response = await fetch(`${url}/sandbox/ledger?orderId=${orderId}`)
  const { paymentIntents } = (await response.json()) as { paymentIntents: Sums[] }
  const [account, ...others] = paymentIntents
  if (account === undefined || others.length > 0) throw new Error('expected one intent')
  const { authorised, captured, released, refunded } = account
  return { authorised, captured, released, refunded }
}

/** Retries until a value is there. */
export async function eventually<T>(
  read: () => T | undefined | Promise<T | undefined>,
): Promise<T> {
  const deadline = performance.now() + 5000
  for (;;) {
    const found = await read()
    if (found !== undefined) return found
    if (performance.now() > deadline) throw new Error('no result within 5 s')
    await Bun.sleep(5)
  }
}

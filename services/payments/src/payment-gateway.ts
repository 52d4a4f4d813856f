import type { Log } from '@shop/shared/log'
import { Stripe } from 'stripe'
import { idOf, type PaymentDocument } from './payment-document.ts'
import { RefundGateway } from './refund-gateway.ts'
import { timedClient } from './stripe-client.ts'
import { isBadToken, isUnexpectedState } from './stripe-errors.ts'
import { paymentMethodOf, toIntent, type Intent } from './stripe-intent.ts'

const TIMEOUT_MS = 4000
const EXPAND = { expand: ['latest_charge'] }

/** How a confirmation ended: the intent as it is now, a refused card or token, or an intent in another state. */
export type Confirmation =
  | { kind: 'intent'; intent: Intent }
  | { kind: 'declined'; code: string; message: string }
  | { kind: 'invalid'; message: string }
  | { kind: 'unexpected-state' }

/** Stripe, or the local sandbox with the same API: only the configuration differs. */
export class PaymentGateway {
  readonly #stripe: Stripe
  readonly refunds: RefundGateway

  constructor(secretKey: string, apiUrl: string, log: Log) {
    this.#stripe = new Stripe(secretKey, {
      ...(apiUrl === '' ? {} : addressOf(apiUrl)),
      httpClient: timedClient(log),
      timeout: TIMEOUT_MS,
      maxNetworkRetries: 0,
      telemetry: false,
    })
    this.refunds = new RefundGateway(this.#stripe)
  }

  async create(payment: PaymentDocument): Promise<Intent> {
    const intent = await this.#stripe.paymentIntents.create(
      {
        amount: payment.total,
        currency: 'usd',
        capture_method: 'manual',
        automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
        metadata: { orderId: payment.orderId, paymentId: idOf(payment) },
      },
      { idempotencyKey: `create:${idOf(payment)}` },
    )
    return toIntent(intent)
  }

  async retrieve(intentId: string): Promise<Intent> {
    return toIntent(await this.#stripe.paymentIntents.retrieve(intentId, EXPAND))
  }

  async confirm(intentId: string, token: string, idempotencyKey: string): Promise<Confirmation> {
    const params = { ...EXPAND, ...paymentMethodOf(token) }
    try {
      const intent = await this.#stripe.paymentIntents.confirm(intentId, params, { idempotencyKey })
      return { kind: 'intent', intent: toIntent(intent) }
    } catch (error) {
      if (isUnexpectedState(error)) return { kind: 'unexpected-state' }
      if (error instanceof Stripe.errors.StripeCardError) {
        const code = error.decline_code ?? error.code ?? 'generic_decline'
        return { kind: 'declined', code, message: error.message }
      }
      if (isBadToken(error)) return { kind: 'invalid', message: error.message }
      throw error
    }
  }

  /** Captures the held money; null when the intent is in another state. */
  async capture(intentId: string, idempotencyKey: string): Promise<Intent | null> {
    return orNull(this.#stripe.paymentIntents.capture(intentId, EXPAND, { idempotencyKey }))
  }

  /** Releases the held money; null when the intent is in another state. */
  async cancel(intentId: string, idempotencyKey: string): Promise<Intent | null> {
    return orNull(this.#stripe.paymentIntents.cancel(intentId, EXPAND, { idempotencyKey }))
  }

  /** The order of a PaymentIntent, if the shop made it. */
  async orderOf(intentId: string): Promise<string | undefined> {
    return (await this.#stripe.paymentIntents.retrieve(intentId)).metadata['orderId']
  }

  /** Throws when the signature is not Stripe's. */
  verifyEvent(body: string, signature: string, secret: string): Promise<Stripe.Event> {
    return this.#stripe.webhooks.constructEventAsync(body, signature, secret)
  }
}

function addressOf(apiUrl: string) {
  const { protocol, hostname, port } = new URL(apiUrl)
  const isPlain = protocol === 'http:'
  return {
    host: hostname,
    port: port || (isPlain ? '80' : '443'),
    protocol: isPlain ? ('http' as const) : ('https' as const),
  }
}

async function orNull(call: Promise<Stripe.PaymentIntent>): Promise<Intent | null> {
  try {
    return toIntent(await call)
  } catch (error) {
    if (isUnexpectedState(error)) return null
    throw error
  }
}

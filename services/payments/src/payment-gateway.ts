import { counter } from '@shop/shared/metrics'
import { Stripe } from 'stripe'
import type { Refund } from './domain/payment.ts'
import type { PaymentDocument } from './payment-document.ts'
import { idOf } from './payment-events.ts'
import { isBadToken, isMoved } from './stripe-errors.ts'

const TIMEOUT_MS = 4000
const EXPAND = { expand: ['latest_charge'] }

const calls = counter('stripe_calls_total', 'Calls that Stripe answered', ['call', 'status'])

/** What Stripe says of a PaymentIntent. */
export interface Intent {
  id: string
  status: Stripe.PaymentIntent.Status
  clientSecret: string
  charge: { id: string; brand: string; last4: string } | null
}

/** A refund as Stripe knows it; the amount is in minor units. */
interface MadeRefund {
  id: string
  amount: number
  status: string
  refundId: string | undefined
}

/** How a confirmation ended: the intent as it is now, a refused card or token, or an intent that had moved on. */
export type Confirmation =
  | { kind: 'intent'; intent: Intent }
  | { kind: 'declined'; code: string; message: string }
  | { kind: 'invalid'; message: string }
  | { kind: 'moved' }

/** Stripe, or the local sandbox that speaks its API: told apart by configuration only. */
export class PaymentGateway {
  readonly #stripe: Stripe

  constructor(secretKey: string, apiUrl: string) {
    this.#stripe = new Stripe(secretKey, {
      ...(apiUrl === '' ? {} : addressOf(apiUrl)),
      timeout: TIMEOUT_MS,
      maxNetworkRetries: 0,
      telemetry: false,
    })
    this.#stripe.on('response', ({ method, path, status }: Stripe.ResponseEvent) => {
      calls.inc({
        call: `${method} ${path.replace(/(pi|ch|re)_\w+/, ':id').replace(/\?.*/, '')}`,
        status: String(status),
      })
    })
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
    const params = { ...EXPAND, ...methodOf(token) }
    try {
      const intent = await this.#stripe.paymentIntents.confirm(intentId, params, { idempotencyKey })
      return { kind: 'intent', intent: toIntent(intent) }
    } catch (error) {
      if (isMoved(error)) return { kind: 'moved' }
      if (error instanceof Stripe.errors.StripeCardError) {
        const code = error.decline_code ?? error.code ?? 'generic_decline'
        return { kind: 'declined', code, message: error.message }
      }
      if (isBadToken(error)) return { kind: 'invalid', message: error.message }
      throw error
    }
  }

  /** Takes the held money; null when the intent had moved on. */
  async capture(intentId: string, idempotencyKey: string): Promise<Intent | null> {
    return orMoved(this.#stripe.paymentIntents.capture(intentId, EXPAND, { idempotencyKey }))
  }

  /** Gives the held money back; null when the intent had moved on. */
  async cancel(intentId: string, idempotencyKey: string): Promise<Intent | null> {
    return orMoved(this.#stripe.paymentIntents.cancel(intentId, EXPAND, { idempotencyKey }))
  }

  /** Every refund of the PaymentIntent; those made in Stripe's dashboard name no refund of ours. */
  async refunds(intentId: string): Promise<MadeRefund[]> {
    const made: MadeRefund[] = []
    const all = this.#stripe.refunds.list({ payment_intent: intentId, limit: 100 })
    for await (const { id, amount, status, metadata } of all)
      made.push({ id, amount, status: status ?? 'pending', refundId: metadata?.['refundId'] })
    return made
  }

  /** Gives captured money back; the status tells whether it went through. */
  async refund(intentId: string, { id, amount }: Pick<Refund, 'id' | 'amount'>, tried: number) {
    const { status } = await this.#stripe.refunds.create(
      { payment_intent: intentId, amount, metadata: { refundId: id } },
      { idempotencyKey: `refund:${id}:${tried}` },
    )
    return status ?? 'pending'
  }

  /** The event that a webhook's body holds; throws when the signature is not Stripe's. */
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

function methodOf(token: string): Stripe.PaymentIntentConfirmParams {
  if (token.startsWith('ctoken_')) return { confirmation_token: token }
  if (token.startsWith('pm_')) return { payment_method: token, error_on_requires_action: true }
  // The SDK's types leave out card tokens, which the API takes here.
  const data = {
    type: 'card',
    card: { token },
  } as Stripe.PaymentIntentConfirmParams.PaymentMethodData
  return { payment_method_data: data, error_on_requires_action: true }
}

async function orMoved(call: Promise<Stripe.PaymentIntent>): Promise<Intent | null> {
  try {
    return toIntent(await call)
  } catch (error) {
    if (isMoved(error)) return null
    throw error
  }
}

function toIntent(intent: Stripe.PaymentIntent): Intent {
  const { id, status, client_secret: clientSecret, latest_charge: charge } = intent
  const isExpanded = charge !== null && typeof charge === 'object'
  return {
    id,
    status,
    clientSecret: clientSecret ?? '',
    charge: isExpanded ? { id: charge.id, ...cardOf(charge) } : null,
  }
}

function cardOf({ payment_method_details: details }: Stripe.Charge) {
  return { brand: details?.card?.brand ?? 'card', last4: details?.card?.last4 ?? '' }
}

import type { Stripe } from 'stripe'
import { newId, nowInSeconds } from './ids.ts'

export interface NewIntent {
  amount: number
  currency: string
  capture_method?: 'automatic' | 'automatic_async' | 'manual'
  confirmation_method?: 'automatic' | 'manual'
  automatic_payment_methods?: { enabled: boolean; allow_redirects?: 'always' | 'never' }

  allowed_payment_method_types?: 'card'[]
  description?: string
  metadata?: Stripe.Metadata
  receipt_email?: string
  shipping?: Stripe.PaymentIntent.Shipping
  statement_descriptor_suffix?: string
}

/** Fields that the sandbox does not support: customers, fees, transfers, reviews. */
const UNUSED = {
  application: null,
  application_fee_amount: null,
  customer: null,
  customer_account: null,
  excluded_payment_method_types: null,
  livemode: false,
  managed_payments: null,
  on_behalf_of: null,
  payment_method_configuration_details: null,
  payment_record: null,
  processing: null,
  review: null,
  setup_future_usage: null,
  source: null,
  statement_descriptor: null,
  transfer_group: null,
} satisfies Partial<Stripe.PaymentIntent>

/** A new PaymentIntent: no card, nothing authorized. */
export function newPaymentIntent(request: NewIntent): Stripe.PaymentIntent {
  const id = newId('pi')
  return {
    ...UNUSED,
    id,
    object: 'payment_intent',
    allowed_payment_method_types: request.allowed_payment_method_types ?? null,
    amount: request.amount,
    amount_capturable: 0,
    amount_received: 0,
    automatic_payment_methods: automaticMethods(request),
    canceled_at: null,
    cancellation_reason: null,
    capture_method: request.capture_method ?? 'automatic_async',
    client_secret: newId(`${id}_secret`, 25),
    confirmation_method: request.confirmation_method ?? 'automatic',
    created: nowInSeconds(),
    currency: request.currency,
    description: request.description ?? null,
    last_payment_error: null,
    latest_charge: null,
    metadata: request.metadata ?? {},
    next_action: null,
    payment_method: null,
    payment_method_options: {
      card: {
        installments: null,
        mandate_options: null,
        network: null,
        request_three_d_secure: 'automatic',
      },
    },
    payment_method_types: ['card'],
    receipt_email: request.receipt_email ?? null,
    shipping: request.shipping ?? null,
    statement_descriptor_suffix: request.statement_descriptor_suffix ?? null,
    status: 'requires_payment_method',
  }
}

/** Without a list of types Stripe uses the dashboard's methods, including redirecting ones. */
function automaticMethods(request: NewIntent): Stripe.PaymentIntent.AutomaticPaymentMethods | null {
  const requested = request.automatic_payment_methods ?? {
    enabled: request.allowed_payment_method_types === undefined,
  }
  if (!requested.enabled) return null
  return { enabled: true, allow_redirects: requested.allow_redirects ?? 'always' }
}

import type { Stripe } from 'stripe'

export interface Intent {
  id: string
  status: Stripe.PaymentIntent.Status
  clientSecret: string
  charge: { id: string; brand: string; last4: string } | null
}

/** The parameters of a confirmation, by the prefix of the token. */
export function paymentMethodOf(token: string): Stripe.PaymentIntentConfirmParams {
  if (token.startsWith('ctoken_')) return { confirmation_token: token }
  if (token.startsWith('pm_')) return { payment_method: token, error_on_requires_action: true }
  // The SDK's types leave out card tokens, which the API takes here.
  const data = {
    type: 'card',
    card: { token },
  } as Stripe.PaymentIntentConfirmParams.PaymentMethodData
  return { payment_method_data: data, error_on_requires_action: true }
}

export function toIntent(intent: Stripe.PaymentIntent): Intent {
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

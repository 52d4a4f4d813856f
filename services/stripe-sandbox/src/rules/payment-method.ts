import type { Stripe } from 'stripe'
import { brandOf } from './card-number.ts'
import type { Card } from './cards.ts'
import { newId, nowInSeconds } from './ids.ts'

export type BillingDetails = Stripe.PaymentMethod.BillingDetails

export const NO_BILLING_DETAILS: BillingDetails = {
  address: null,
  email: null,
  name: null,
  phone: null,
  tax_id: null,
}

/** A card as a PaymentMethod, without its number. */
export function newPaymentMethod(
  card: Card,
  billingDetails: BillingDetails,
  metadata: Stripe.Metadata,
): Stripe.PaymentMethod {
  return {
    id: newId('pm'),
    object: 'payment_method',
    allow_redisplay: 'unspecified',
    billing_details: billingDetails,
    card: {
      ...cardFace(card),
      checks: {
        address_line1_check: null,
        address_postal_code_check: null,
        cvc_check: card.cvc === null ? null : 'unchecked',
      },
      display_brand: brandOf(card.number),
      generated_from: null,
      networks: { available: [brandOf(card.number)], preferred: null },
      regulated_status: 'unregulated',
      three_d_secure_usage: { supported: true },
      wallet: null,
    },
    created: nowInSeconds(),
    customer: null,
    customer_account: null,
    livemode: false,
    metadata,
    type: 'card',
  }
}

/** A card as a Token, the older form with `tok_…` ids. */
export function newToken(card: Card, name: string | null): Stripe.Token {
  return {
    id: newId('tok'),
    object: 'token',
    card: {
      id: newId('card'),
      object: 'card',
      address_city: null,
      address_country: null,
      address_line1: null,
      address_line1_check: null,
      address_line2: null,
      address_state: null,
      address_zip: null,
      address_zip_check: null,
      ...cardFace(card),
      cvc_check: card.cvc === null ? null : 'unchecked',
      dynamic_last4: null,
      metadata: {},
      name,
      regulated_status: 'unregulated',
      tokenization_method: null,
    },
    client_ip: null,
    created: nowInSeconds(),
    livemode: false,
    type: 'card',
    used: false,
  }
}

function cardFace(card: Card) {
  return {
    brand: brandOf(card.number),
    country: 'US',
    exp_month: card.expMonth,
    exp_year: card.expYear,
    fingerprint: new Bun.CryptoHasher('sha256')
      .update(card.number)
      .digest('base64url')
      .slice(0, 16),
    funding: 'credit',
    last4: card.number.slice(-4),
  }
}

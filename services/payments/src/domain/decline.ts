const GENERIC = { code: 'generic_decline', message: 'Your card was declined.' }

// Stripe asks not to reveal these: docs.stripe.com/declines/codes.
const UNTOLD = new Set([
  'fraudulent',
  'lost_card',
  'merchant_blacklist',
  'pickup_card',
  'restricted_card',
  'security_violation',
  'stolen_card',
])

/** What the payer sees of a decline: never that a card was reported lost or stolen. */
export function publicDecline(code: string, message: string): { code: string; message: string } {
  return UNTOLD.has(code) ? GENERIC : { code, message }
}

export const DECLINES_PER_ORDER = 10

/** The codes that are counted one by one: docs.stripe.com/declines/codes, and those of a card's fields. */
const COUNTED = new Set([
  ...UNTOLD,
  'authentication_required',
  'call_issuer',
  'card_not_supported',
  'currency_not_supported',
  'do_not_honor',
  'expired_card',
  'generic_decline',
  'incorrect_cvc',
  'incorrect_number',
  'insufficient_funds',
  'invalid_account',
  'issuer_not_available',
  'processing_error',
  'try_again_later',
])

/** The code, or `other` for one that is not known: what banks invent must not become metrics. */
export function knownDecline(code: string): string {
  return COUNTED.has(code) ? code : 'other'
}

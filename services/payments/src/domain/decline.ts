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

const GENERIC = { code: 'generic_decline', message: 'Your card was declined.' }

// Stripe asks not to tell these: docs.stripe.com/declines/codes.
const UNTOLD = new Set([
  'fraudulent',
  'lost_card',
  'merchant_blacklist',
  'pickup_card',
  'restricted_card',
  'security_violation',
  'stolen_card',
])

/** How a declined card is reported to its payer: nobody learns from the shop that a card was reported stolen. */
export function publicDecline(code: string, message: string): { code: string; message: string } {
  return UNTOLD.has(code) ? GENERIC : { code, message }
}

/** How many cards may be declined for one order. */
export const DECLINES_PER_ORDER = 10

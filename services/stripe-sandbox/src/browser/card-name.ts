import type { Database } from 'bun:sqlite'
import type { Stripe } from 'stripe'
import { find, idOf } from '../ledger/objects.ts'

const NAMES: Record<string, string> = {
  amex: 'American Express',
  diners: 'Diners Club',
  discover: 'Discover',
  jcb: 'JCB',
  mastercard: 'Mastercard',
  unionpay: 'UnionPay',
  visa: 'Visa',
}

/** The brand and last four digits of an intent's card, or null. */
export function cardNameOf(db: Database, intent: Stripe.PaymentIntent): string | null {
  const method = find(db, 'payment_method', idOf(intent.payment_method))
  const charge = find(db, 'charge', idOf(intent.latest_charge))
  const card = method?.card ?? charge?.payment_method_details?.card
  if (!card) return null
  return `${NAMES[card.brand ?? ''] ?? 'Card'} ending in ${card.last4}`
}

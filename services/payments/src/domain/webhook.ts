import type { PaymentState } from './payment.ts'

const NEWS: Record<string, PaymentState[]> = {
  'payment_intent.amount_capturable_updated': ['Pending', 'Cancelling', 'Cancelled'],
  'payment_intent.succeeded': ['Capturing', 'Cancelling', 'Cancelled'],
  'payment_intent.canceled': ['Pending', 'Authorized', 'Capturing'],
  'charge.refunded': ['Captured', 'Refunding', 'Refunded'],
}

/** The types of events that can tell anything at all. */
export const HANDLED_TYPES = Object.keys(NEWS)

/** Whether an event of Stripe's can tell a payment in this state anything: most come after the answer they repeat. */
export function isRelevant(type: string, state: PaymentState): boolean {
  return NEWS[type]?.includes(state) === true
}

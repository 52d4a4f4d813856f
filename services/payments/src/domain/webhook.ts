import type { PaymentState } from './payment.ts'

const NEWS: Record<string, PaymentState[]> = {
  'payment_intent.amount_capturable_updated': ['Pending', 'Cancelling', 'Cancelled'],
  'payment_intent.succeeded': ['Capturing', 'Cancelling', 'Cancelled'],
  'payment_intent.canceled': ['Pending', 'Authorized', 'Capturing'],
  'charge.refunded': ['Captured', 'Refunding', 'Refunded'],
}

export const HANDLED_TYPES = Object.keys(NEWS)

/** Whether a webhook can matter to a payment in this state: most only repeat an earlier response. */
export function isRelevant(type: string, state: PaymentState): boolean {
  return NEWS[type]?.includes(state) === true
}

import type { PaymentState } from './payment.ts'

const NEWS: Record<string, PaymentState[]> = {
  'payment_intent.amount_capturable_updated': ['Pending', 'Cancelling', 'Cancelled'],
  'payment_intent.succeeded': ['Capturing', 'Cancelling', 'Cancelled'],
  'payment_intent.canceled': ['Pending', 'Authorized', 'Capturing'],
  'charge.refunded': ['Captured', 'Refunding', 'Refunded'],
}

/** The states that record what a webhook reports: in them and all later ones it is no news. */
const RECORDED: Record<string, PaymentState[]> = {
  'payment_intent.amount_capturable_updated': [
    'Authorized',
    'Capturing',
    'Captured',
    'Refunding',
    'Refunded',
  ],
  'payment_intent.succeeded': ['Captured', 'Refunding', 'Refunded'],
  'payment_intent.canceled': ['Cancelled'],
}

export const HANDLED_TYPES = Object.keys(NEWS)

/** Whether a webhook can matter to a payment in this state: most only repeat an earlier response. */
export function isRelevant(type: string, state: PaymentState): boolean {
  return NEWS[type]?.includes(state) === true
}

/** Whether a payment that once was in this state has recorded what the webhook reports. */
export function isRecorded(type: string, state: PaymentState | undefined): boolean {
  return state !== undefined && RECORDED[type]?.includes(state) === true
}

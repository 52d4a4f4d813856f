import type { STRIPE_EVENTS } from '@shop/shared/contracts'
import type { PaymentState } from './payment.ts'

type StripeEventType = (typeof STRIPE_EVENTS)[number]
type ByType = Partial<Record<string, PaymentState[]>>

const REFUNDABLE: PaymentState[] = ['Captured', 'Refunding', 'Refunded', 'Cancelled']

const NEWS: ByType = {
  'payment_intent.amount_capturable_updated': ['Pending', 'Cancelling', 'Cancelled'],
  'payment_intent.succeeded': ['Capturing', 'Cancelling', 'Cancelled'],
  'payment_intent.canceled': ['Pending', 'Authorized', 'Capturing'],
  'charge.refunded': REFUNDABLE,
  'charge.refund.updated': REFUNDABLE,
  'refund.updated': REFUNDABLE,
  'refund.failed': REFUNDABLE,
  'charge.dispute.created': REFUNDABLE,
} satisfies Record<StripeEventType, PaymentState[]>

/** The states that record what a webhook reports: in them and all later ones it is no news. */
const RECORDED: ByType = {
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

/** Whether the shop handles this type of event. */
export function isHandled(type: string): boolean {
  return Object.hasOwn(NEWS, type)
}

/** Whether a webhook can matter to a payment in this state: most only repeat an earlier response. */
export function isRelevant(type: string, state: PaymentState): boolean {
  return NEWS[type]?.includes(state) === true
}

/** Whether a payment that once was in this state has recorded what the webhook reports. */
export function isRecorded(type: string, state: PaymentState | undefined): boolean {
  return state !== undefined && RECORDED[type]?.includes(state) === true
}

import type { Stripe } from 'stripe'
import { invalidRequest, type ApiError } from './api-error.ts'

export const STATUSES = [
  'requires_payment_method',
  'requires_confirmation',
  'requires_action',
  'processing',
  'requires_capture',
  'canceled',
  'succeeded',
] as const

export type Status = (typeof STATUSES)[number]
export type Call = 'retrieve' | 'confirm' | 'capture' | 'cancel' | 'refund'

/** The statuses in which each call is allowed. */
export const ALLOWED: Record<Call, readonly Status[]> = {
  retrieve: STATUSES,
  confirm: ['requires_payment_method', 'requires_confirmation', 'requires_action'],
  capture: ['requires_capture'],
  cancel: [
    'requires_payment_method',
    'requires_capture',
    'requires_confirmation',
    'requires_action',
    'processing',
  ],
  refund: ['succeeded'],
}

const WORDING: Record<'confirm' | 'capture' | 'cancel', (status: string) => string> = {
  confirm: (status) =>
    status === 'succeeded'
      ? 'You cannot confirm this PaymentIntent because it has already succeeded after being previously confirmed.'
      : `You cannot confirm this PaymentIntent because it has a status of ${status}. Only a PaymentIntent with one of the following statuses may be confirmed: ${ALLOWED.confirm.join(', ')}.`,
  capture: (status) =>
    status === 'succeeded'
      ? 'This PaymentIntent could not be captured because it has already been captured.'
      : `This PaymentIntent could not be captured because it has a status of ${status}. Only a PaymentIntent with one of the following statuses may be captured: ${ALLOWED.capture.join(', ')}.`,
  cancel: (status) =>
    `You cannot cancel this PaymentIntent because it has a status of ${status}. Only a PaymentIntent with one of the following statuses may be canceled: ${ALLOWED.cancel.join(', ')}.`,
}

/** Whether the call is allowed in the intent's status. */
export function isAllowed(call: Call, intent: Stripe.PaymentIntent): boolean {
  return (ALLOWED[call] as readonly string[]).includes(intent.status)
}

/** Throws Stripe's `payment_intent_unexpected_state` unless the call is allowed. */
export function requireAllowed(call: keyof typeof WORDING, intent: Stripe.PaymentIntent): void {
  if (!isAllowed(call, intent)) throw unexpectedState(WORDING[call](intent.status), intent)
}

/** The error of a call that the intent's status does not allow. */
export function unexpectedState(message: string, intent: Stripe.PaymentIntent): ApiError {
  return invalidRequest(message, {
    code: 'payment_intent_unexpected_state',
    payment_intent: intent,
  })
}

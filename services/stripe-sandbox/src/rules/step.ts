import type { Stripe } from 'stripe'
import type { ApiError } from './api-error.ts'

export type MovementKind = 'authorised' | 'captured' | 'released' | 'refunded'

export interface Movement {
  kind: MovementKind
  amount: number
}

export type EventType =
  | 'payment_intent.created'
  | 'payment_intent.amount_capturable_updated'
  | 'payment_intent.requires_action'
  | 'payment_intent.payment_failed'
  | 'payment_intent.succeeded'
  | 'payment_intent.canceled'
  | 'charge.succeeded'
  | 'charge.captured'
  | 'charge.refunded'
  | 'charge.failed'
  | 'refund.created'

/** The changes of one call, written in one transaction. */
export interface Step {
  intent: Stripe.PaymentIntent
  charge?: Stripe.Charge
  refund?: Stripe.Refund
  movements: Movement[]
  events: EventType[]
  /** The error to return although the changes are kept, as for a decline. */
  error?: ApiError
}

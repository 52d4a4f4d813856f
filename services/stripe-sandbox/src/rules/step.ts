import type { Stripe } from 'stripe'
import type { StripeFault } from './stripe-fault.ts'

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

/** What one call changes: all of it is written together, or nothing is. */
export interface Step {
  intent: Stripe.PaymentIntent
  charge?: Stripe.Charge
  refund?: Stripe.Refund
  movements: Movement[]
  events: EventType[]
  /** Set when the call is answered with an error although its writes stay, as for a decline. */
  fault?: StripeFault
}

import type { Stripe } from 'stripe'
import type { ApiError } from './api-error.ts'

export type MovementKind = 'authorised' | 'captured' | 'released' | 'refunded' | 'refund_failed'

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
  | 'charge.dispute.created'
  | 'charge.refund.updated'
  | 'refund.created'
  | 'refund.failed'
  | 'refund.updated'

/** The fields of a dispute that do not only matter to evidence. */
export type Dispute = Pick<
  Stripe.Dispute,
  | 'id'
  | 'object'
  | 'amount'
  | 'charge'
  | 'created'
  | 'currency'
  | 'is_charge_refundable'
  | 'livemode'
  | 'metadata'
  | 'payment_intent'
  | 'reason'
  | 'status'
>

/** The changes of one call, written in one transaction. */
export interface Step {
  intent: Stripe.PaymentIntent
  charge?: Stripe.Charge
  refund?: Stripe.Refund
  dispute?: Dispute
  movements: Movement[]
  events: EventType[]
  /** The error to return although the changes are kept, as for a decline. */
  error?: ApiError
}

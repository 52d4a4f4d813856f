import * as v from 'valibot'
import { Id } from '../ids.ts'

/** Body of a payment. The token's prefix tells a ConfirmationToken, a PaymentMethod or a card token. */
export const PayBody = v.strictObject({
  token: v.pipe(
    v.string(),
    v.regex(/^(ctoken|pm|tok)_[A-Za-z0-9_]{1,200}$/, 'Must be a ctoken_, pm_ or tok_ token'),
  ),
  orderId: Id,
})
export type PayBody = v.InferOutput<typeof PayBody>

export const PaymentResponse = v.variant('status', [
  v.strictObject({ id: Id, orderId: Id, status: v.literal('succeeded'), stripeId: v.string() }),
  v.strictObject({ id: Id, orderId: Id, status: v.literal('processing') }),
  v.strictObject({
    id: Id,
    orderId: Id,
    status: v.literal('requires_action'),
    clientSecret: v.string(),
  }),
])
export type PaymentResponse = v.InferOutput<typeof PaymentResponse>

/** The events to which the shop's webhook endpoint at Stripe is subscribed: the only ones that it handles. */
export const STRIPE_EVENTS = [
  'payment_intent.amount_capturable_updated',
  'payment_intent.succeeded',
  'payment_intent.canceled',
  'charge.refunded',
  'charge.refund.updated',
  'refund.updated',
  'refund.failed',
  'charge.dispute.created',
] as const

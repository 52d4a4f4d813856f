import * as v from 'valibot'
import { BODY_PROBLEMS, routesOf, withBody } from '../route.ts'
import * as examples from './examples.ts'
import { PayBody, PaymentResponse } from './schemas.ts'

const route = routesOf('payments')
const succeeded = withBody(PaymentResponse, examples.succeeded)

export const PAYMENTS_ROUTES = [
  route('POST', '/api/payments', 'owner', 'Pay for an order', {
    description:
      'Waits up to 2.5 s for the outcome: 201 if this request captured the payment, 200 if it was already captured, 202 while it is processing or when the bank asks the buyer (`clientSecret`). Repeating a request is safe.',
    body: PayBody,
    example: { body: examples.newPayment },
    responses: {
      200: succeeded,
      201: succeeded,
      202: withBody(PaymentResponse, examples.requiresAction),
    },
    problems: [
      ...BODY_PROBLEMS,
      'unauthenticated',
      'card-declined',
      'not-found',
      'order-cancelled',
      'order-expired',
      'sold-out',
      'payment-in-progress',
      'unavailable',
    ],
  }),
  route('POST', '/api/payments/webhook', 'anyone', 'Receive a Stripe event', {
    description: 'Called by Stripe. The signature is verified on the raw body.',
    headers: { 'Stripe-Signature': 'Stripe’s signature of the raw body.' },
    example: { body: examples.stripeEvent },
    responses: {
      200: withBody(v.strictObject({ received: v.literal(true) }), { received: true }),
    },
    problems: ['validation', 'payload-too-large', 'unavailable'],
  }),
]

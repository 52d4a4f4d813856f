import * as v from 'valibot'
import { bad, refusals, routesOf } from '../route.ts'
import { PayBody, PaymentResponse } from './schemas.ts'

const route = routesOf('payments')

export const PAYMENTS_ROUTES = [
  route('POST', '/api/payments', 'owner', {
    body: PayBody,
    replies: {
      200: PaymentResponse,
      201: PaymentResponse,
      202: PaymentResponse,
      ...bad,
      ...refusals(401, 402, 404, 409, 503),
    },
  }),
  route('POST', '/api/payments/webhook', 'anyone', {
    replies: { 200: v.strictObject({ received: v.literal(true) }), ...refusals(400, 413, 503) },
  }),
]

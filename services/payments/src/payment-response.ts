import { ShopError, invalid, type CancelReason, type PaymentResponse } from '@shop/shared/contracts'
import type { Context } from 'hono'
import type { Attempt } from './domain/attempt.ts'
import { publicDecline } from './domain/decline.ts'
import { outcomeOf } from './domain/payment.ts'
import { idOf, type PaymentDocument } from './payment-document.ts'

/** The response to a payment in its state; throws when it has been cancelled or refunded. */
export function paymentResponse(c: Context, payment: PaymentDocument, status: 200 | 201): Response {
  const { orderId, stripeId = '' } = payment
  const outcome = outcomeOf(payment.state, payment.reason)
  const common = { id: idOf(payment), orderId }
  switch (outcome.kind) {
    case 'succeeded':
      return c.json({ ...common, status: 'succeeded', stripeId } satisfies PaymentResponse, status)
    case 'processing':
      return c.json({ ...common, status: 'processing' } satisfies PaymentResponse, 202)
    case 'ended':
      throw refusal(outcome.reason, payment)
    default:
      return outcome satisfies never
  }
}

/** The response to an attempt that leads to no outcome. */
export function attemptResponse(
  c: Context,
  payment: PaymentDocument,
  attempt: Exclude<Attempt, { kind: 'under-way' }>,
): Response {
  if (attempt.kind === 'busy')
    throw new ShopError('payment-in-progress', 'Another payment of this order is in progress')
  if (attempt.kind === 'declined') throw declined(attempt)
  if (attempt.kind === 'invalid') throw invalid(attempt.message, 'token')
  const { clientSecret } = attempt
  const common = { id: idOf(payment), orderId: payment.orderId }
  return c.json(
    { ...common, status: 'requires_action', clientSecret } satisfies PaymentResponse,
    202,
  )
}

function declined({ code, message }: { code: string; message: string }): ShopError {
  const published = publicDecline(code, message)
  return new ShopError('card-declined', published.message, {
    members: { declineCode: published.code },
  })
}

export function refusal(
  reason: CancelReason | undefined,
  payment: PaymentDocument | null,
): ShopError {
  if (reason === 'out_of_stock')
    return new ShopError('sold-out', 'Not enough in stock; your card was not charged', {
      members: { short: payment?.short ?? [] },
    })
  if (reason === 'expired')
    return new ShopError('order-expired', 'The order was not paid in time; please place a new one')
  return new ShopError('order-cancelled', 'The order is canceled')
}

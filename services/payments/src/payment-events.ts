import { toDecimal, type CancelReason } from '@shop/shared/contracts'
import { event, type OutboxEntry } from '@shop/shared/outbox'
import type { Refund } from './domain/payment.ts'
import type { PaymentDocument } from './payment-document.ts'

/** The id that other services know a payment by. */
export function idOf(payment: Pick<PaymentDocument, '_id'>): string {
  return payment._id.toString()
}

const identity = (payment: PaymentDocument) => ({ id: idOf(payment), orderId: payment.orderId })

/** The money is held. */
export function authorized(payment: PaymentDocument, card: { brand: string; last4: string }) {
  const { userId, items } = payment
  return event('payment:authorized', { ...identity(payment), userId, items, ...card })
}

/** The money is taken. */
export function captured(payment: PaymentDocument, stripeId: string) {
  const { userId, items } = payment
  return event('payment:created', { ...identity(payment), userId, stripeId, items })
}

/** The money was given back before it was taken. */
export function cancelled(payment: PaymentDocument, reason: CancelReason) {
  return event('payment:cancelled', { ...identity(payment), reason })
}

/** Money that had been taken was given back. */
export function refunded(payment: PaymentDocument, { id, amount, items, restock }: Refund) {
  const given = { refundId: id, amount: toDecimal(amount), items, restock }
  return event('payment:refunded', { ...identity(payment), ...given })
}

/** All that a payment in its state has to tell. */
export function eventsOf(payment: PaymentDocument): OutboxEntry[] {
  const { state, card = { brand: 'card', last4: '' }, stripeId = '', reason = 'user' } = payment
  if (state === 'Authorized' || state === 'Capturing') return [authorized(payment, card)]
  if (state === 'Cancelled') return [cancelled(payment, reason)]
  if (state === 'Pending' || state === 'Cancelling') return []
  const made = payment.refunds.filter((refund) => refund.state === 'done')
  return [captured(payment, stripeId), ...made.map((refund) => refunded(payment, refund))]
}

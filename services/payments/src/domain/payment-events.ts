import {
  toDecimal,
  type CancelReason,
  type EventItem,
  type PayloadOf,
} from '@shop/shared/contracts'
import type { PaymentState } from './payment.ts'
import type { Refund } from './refund.ts'

type EventOf<S extends PaymentSubject> = { subject: S; data: PayloadOf<S> }
type PaymentSubject =
  | 'payment:authorized'
  | 'payment:created'
  | 'payment:cancelled'
  | 'payment:refunded'
  | 'refund:ended'

export type PaymentEvent = { [S in PaymentSubject]: EventOf<S> }[PaymentSubject]

export interface Card {
  brand: string
  last4: string
}

interface Payment {
  _id: { toString(): string }
  orderId: string
  userId: string
  items: EventItem[]
  card?: Card
  authorizedAt?: Date
  reservedAt?: Date
}

const identity = ({ _id, orderId }: Payment) => ({ id: _id.toString(), orderId })

export function paymentAuthorized(payment: Payment, { brand, last4 }: Card): PaymentEvent {
  const { userId, items } = payment
  const data = { ...identity(payment), userId, items, brand, last4 }
  return { subject: 'payment:authorized', data }
}

/** How far the payment got, for the order's timeline. */
function stepsOf({ card, authorizedAt, reservedAt }: Payment) {
  return {
    ...card,
    ...(authorizedAt && { authorizedAt: authorizedAt.toISOString() }),
    ...(reservedAt && { reservedAt: reservedAt.toISOString() }),
  }
}

/** The money is captured: `payment:created` keeps its name from the original system. */
export function paymentCaptured(payment: Payment, stripeId: string): PaymentEvent {
  const { userId, items } = payment
  const data = { ...identity(payment), userId, stripeId, items, ...stepsOf(payment) }
  return { subject: 'payment:created', data }
}

export function paymentCancelled(payment: Payment, reason: CancelReason): PaymentEvent {
  return {
    subject: 'payment:cancelled',
    data: { ...identity(payment), reason, ...stepsOf(payment) },
  }
}

function paymentRefunded(
  payment: Payment,
  { id: refundId, amount, items, restock }: Refund,
): PaymentEvent {
  const data = { ...identity(payment), refundId, amount: toDecimal(amount), items, restock }
  return { subject: 'payment:refunded', data }
}

/** Orders asked for the refund, and it has ended. */
function refundEnded({ orderId }: Payment, refund: Refund): PaymentEvent {
  const { id, amount, items, restock, state, reversed } = refund
  const outcome = state === 'failed' ? 'failed' : 'done'
  const status = reversed === true ? 'reversed' : outcome
  return {
    subject: 'refund:ended',
    data: { id, orderId, amount: toDecimal(amount), items, restock, status },
  }
}

interface StatefulPayment extends Payment {
  state: PaymentState
}

/** The events of a refund that has ended, the latest last; only a sale is refunded by `payment:refunded`. */
export function refundEvents(payment: StatefulPayment, refund: Refund): PaymentEvent[] {
  const isOfSale = ['Captured', 'Refunding', 'Refunded'].includes(payment.state)
  if (refund.requested === true || !isOfSale) return [refundEnded(payment, refund)]
  const made = paymentRefunded(payment, refund)
  return refund.reversed === true ? [made, refundEnded(payment, refund)] : [made]
}

interface StoredPayment extends StatefulPayment {
  stripeId?: string
  reason?: CancelReason
  refunds: Refund[]
}

/** Every event that a payment in its state has published. */
export function eventsOf(payment: StoredPayment): PaymentEvent[] {
  const ended = payment.refunds.filter(({ state }) => state !== 'asked')
  return [...stepEvents(payment), ...ended.flatMap((refund) => refundEvents(payment, refund))]
}

function stepEvents(payment: StoredPayment): PaymentEvent[] {
  const { state, card = { brand: 'card', last4: '' }, stripeId = '', reason = 'user' } = payment
  if (state === 'Authorized' || state === 'Capturing') return [paymentAuthorized(payment, card)]
  if (state === 'Cancelled') return [paymentCancelled(payment, reason)]
  if (state === 'Pending' || state === 'Cancelling') return []
  return [paymentCaptured(payment, stripeId)]
}

import type { CancelReason, EventItem, Shortage } from '@shop/shared/contracts'
import {
  paymentAuthorized,
  paymentCancelled,
  paymentCaptured,
  type Card,
  type PaymentEvent,
} from './payment-events.ts'
import { statesBefore, type PaymentState } from './payment.ts'
import type { Refund } from './refund.ts'

/** A change of state with everything that is written along with it. */
export interface Transition {
  to: PaymentState
  from: PaymentState[]
  set?: {
    stripeId?: string
    card?: Card
    authorizedAt?: Date
    reservedAt?: Date
    reason?: CancelReason
    short?: Shortage[]
  }
  refund?: Refund
  event?: PaymentEvent
  /** What else must not have changed since the payment was read. */
  requires?: {
    paymentIntentId?: string | null
    refundCount?: number
    allRefundsSettled?: boolean
  }
}

interface Payment {
  _id: { toString(): string }
  orderId: string
  userId: string
  items: EventItem[]
  paymentIntentId: string | null
  card?: Card
  authorizedAt?: Date
  reservedAt?: Date
  refunds: Refund[]
}

const entering = (to: PaymentState) => ({ to, from: statesBefore(to) })

export function authorize(payment: Payment, stripeId: string, card: Card): Transition {
  return {
    ...entering('Authorized'),
    set: { stripeId, card, authorizedAt: new Date() },
    event: paymentAuthorized(payment, card),
    requires: { paymentIntentId: payment.paymentIntentId },
  }
}

export const startCapturing = (reservedAt: Date): Transition => {
  return { ...entering('Capturing'), set: { reservedAt } }
}

export function capture(payment: Payment, stripeId: string): Transition {
  return {
    ...entering('Captured'),
    set: { stripeId },
    event: paymentCaptured(payment, stripeId),
  }
}

export interface Cancellation {
  reason: CancelReason
  /** The states that this trigger may cancel from; without it, all that the table allows. */
  from?: PaymentState[]
  short?: Shortage[]
}

export function startCancelling({ reason, from, short }: Cancellation): Transition {
  const set = { reason, ...(short && { short }) }
  return { ...entering('Cancelling'), ...(from && { from }), set }
}

export function cancel(payment: Payment, reason: CancelReason): Transition {
  return { ...entering('Cancelled'), event: paymentCancelled(payment, reason) }
}

/** The refund is stored before it is made, unless earlier ones have returned everything. */
export function startRefunding({ refunds }: Payment, refund: Refund | null): Transition {
  return {
    ...entering('Refunding'),
    ...(refund && { refund }),
    requires: { refundCount: refunds.length },
  }
}

export function finishRefunding(): Transition {
  return { ...entering('Refunded'), requires: { allRefundsSettled: true } }
}

import type { Facts, Order, Payment, Reservation } from './facts.ts'
import { compareEach, type Finding } from './finding.ts'

type Seen = Pick<Facts, 'orders' | 'payments' | 'reservations'>

const NO_PAYMENT = 'no payment'
const NO_RESERVATION = 'no reservation'

const PAYMENTS_OF: Record<string, string[]> = {
  Created: [NO_PAYMENT, 'Pending'],
  Complete: ['Captured'],
  Cancelled: [NO_PAYMENT, 'Cancelled', 'Refunded'],
}

const RESERVATIONS_OF: Record<string, string[]> = {
  Pending: [NO_RESERVATION],
  Captured: ['Committed'],
  Cancelled: ['Released', 'Rejected'],
  Refunded: ['Committed'],
}

/** Checks that order, payment and reservation ended in matching states. */
export function checkAgreement({ orders, payments, reservations }: Seen): Finding[] {
  const paymentOf = new Map(payments.map((payment) => [payment.orderId, payment]))
  const paymentById = new Map(payments.map((payment) => [payment.id, payment]))
  const reservationOf = new Map(reservations.map((each) => [each.paymentId, each]))
  return [
    compareEach('order and payment agree', orders.values(), (order) =>
      stateMismatch(order, paymentOf.get(order.id)),
    ),
    compareEach('every payment matches its order', payments, (payment) =>
      fieldMismatch(payment, orders.get(payment.orderId)),
    ),
    compareEach('payment and reservation agree', payments, ({ id, orderId, state }) => {
      const reservation = reservationOf.get(id)?.state ?? NO_RESERVATION
      const isLegal = RESERVATIONS_OF[state]?.includes(reservation) === true
      return isLegal ? null : `${orderId} ${state} with ${reservation}`
    }),
    compareEach('every reservation has its payment', reservations, (reservation) =>
      ownerMismatch(reservation, paymentById.get(reservation.paymentId)),
    ),
    compareEach('order timeline has each step once', orders.values(), timelineMismatch),
  ]
}

function stateMismatch({ id, status }: Order, payment: Payment | undefined): string | null {
  const state = payment?.state ?? NO_PAYMENT
  if (PAYMENTS_OF[status]?.includes(state) === true) return null
  // Inserted by a process that died before it read the cancellation: no money can move.
  const isHarmless = state === 'Pending' && payment?.paymentIntentId === null
  return status === 'Cancelled' && isHarmless ? null : `${id} ${status} with ${state}`
}

const END: Record<string, string> = { Complete: 'complete', Cancelled: 'cancelled' }

function timelineMismatch({ id, status, refunds, timeline }: Order): string | null {
  const refunded = timeline.filter((what) => what === 'refunded')
  const others = timeline.filter((what) => what !== 'refunded')
  const ends = others.filter((what) => what === 'complete' || what === 'cancelled')
  const isConsistent =
    refunded.length === refunds.filter((refund) => refund.status === 'Done').length &&
    new Set(others).size === others.length &&
    Bun.deepEquals(ends, [END[status]].filter(Boolean))
  return isConsistent ? null : `${id} ${status}: ${timeline.join(', ')}`
}

function fieldMismatch(
  { orderId, userId, total }: Payment,
  order: Order | undefined,
): string | null {
  if (order === undefined) return `${orderId} has no order`
  return userId === order.userId && total === order.total
    ? null
    : `${orderId}: ${total} of ${userId} instead of ${order.total} of ${order.userId}`
}

function ownerMismatch({ paymentId, orderId, state, items }: Reservation, payment?: Payment) {
  if (payment?.orderId === orderId) return null
  if (payment !== undefined) return `${paymentId}: order ${orderId} instead of ${payment.orderId}`
  // The tombstone of a payment cancelled before it reserved anything.
  return state === 'Released' && items.length === 0 ? null : `${paymentId} ${state} has no payment`
}

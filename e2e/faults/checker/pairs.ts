import type { Facts, Order, Payment, Reservation } from './facts.ts'
import { judge, type Finding } from './finding.ts'

type Seen = Pick<Facts, 'orders' | 'payments' | 'reservations'>

const NONE = 'no payment'
const UNRESERVED = 'no reservation'

const PAYMENTS_OF: Record<string, string[]> = {
  Created: [NONE, 'Pending'],
  Complete: ['Captured'],
  Cancelled: [NONE, 'Cancelled', 'Refunded'],
}

const RESERVATIONS_OF: Record<string, string[]> = {
  Pending: [UNRESERVED],
  Captured: ['Committed'],
  Cancelled: ['Released', 'Rejected'],
  Refunded: ['Committed'],
}

/** Order, payment and reservation must have come to the same end. */
export function pairFindings({ orders, payments, reservations }: Seen): Finding[] {
  const paymentOf = new Map(payments.map((payment) => [payment.orderId, payment]))
  const paymentById = new Map(payments.map((payment) => [payment.id, payment]))
  const reservationOf = new Map(reservations.map((each) => [each.paymentId, each]))
  return [
    judge('order and payment agree', orders.values(), (order) =>
      disagreement(order, paymentOf.get(order.id)),
    ),
    judge('a payment has its order', payments, (payment) =>
      misfit(payment, orders.get(payment.orderId)),
    ),
    judge('payment and reservation agree', payments, ({ id, orderId, state }) => {
      const reservation = reservationOf.get(id)?.state ?? UNRESERVED
      const isLegal = RESERVATIONS_OF[state]?.includes(reservation) === true
      return isLegal ? null : `${orderId} ${state} with ${reservation}`
    }),
    judge('a reservation has its payment', reservations, (reservation) =>
      homeless(reservation, paymentById.get(reservation.paymentId)),
    ),
    judge('no refund is open', payments, ({ orderId, refunds }) => {
      const open = refunds.filter(({ state }) => state !== 'done').map(({ id }) => id)
      return open.length === 0 ? null : `${orderId}: ${open.join(', ')}`
    }),
    judge('an order shows its refunds', orders.values(), ({ id, refunds }) => {
      const made = paymentOf.get(id)?.refunds.map((refund) => refund.id) ?? []
      const isSame = Bun.deepEquals(made.toSorted(), refunds.toSorted())
      return isSame ? null : `${id} shows ${refunds.length} of ${made.length}`
    }),
    judge('an order tells each of its steps once', orders.values(), untidy),
  ]
}

function disagreement({ id, status }: Order, payment: Payment | undefined): string | null {
  const state = payment?.state ?? NONE
  if (PAYMENTS_OF[status]?.includes(state) === true) return null
  // Inserted by a process that died before it saw that the order was cancelled: no money can move.
  const isHarmless = state === 'Pending' && payment?.paymentIntentId === null
  return status === 'Cancelled' && isHarmless ? null : `${id} ${status} with ${state}`
}

const END: Record<string, string> = { Complete: 'complete', Cancelled: 'cancelled' }

function untidy({ id, status, refunds, timeline }: Order): string | null {
  const refunded = timeline.filter((what) => what === 'refunded')
  const others = timeline.filter((what) => what !== 'refunded')
  const ends = others.filter((what) => what === 'complete' || what === 'cancelled')
  const isTidy =
    refunded.length === refunds.length &&
    new Set(others).size === others.length &&
    Bun.deepEquals(ends, [END[status]].filter(Boolean))
  return isTidy ? null : `${id} ${status}: ${timeline.join(', ')}`
}

function misfit({ orderId, userId, total }: Payment, order: Order | undefined): string | null {
  if (order === undefined) return `${orderId} is not there`
  return userId === order.userId && total === order.total
    ? null
    : `${orderId}: ${total} of ${userId} instead of ${order.total} of ${order.userId}`
}

function homeless({ paymentId, orderId, state, items }: Reservation, payment?: Payment) {
  if (payment?.orderId === orderId) return null
  if (payment !== undefined) return `${paymentId}: order ${orderId} instead of ${payment.orderId}`
  // What a cancelled payment leaves that never claimed anything.
  return state === 'Released' && items.length === 0 ? null : `${paymentId} ${state} is of none`
}

import type { Refund } from '../../shared-code.ts'
import type { Payment } from '../../world/documents.ts'
import type { Content } from '../../world/events.ts'
import type { World } from '../../world/world.ts'

function authorized({ id, orderId, userId, items }: Payment): Content {
  return { subject: 'payment:authorized', data: { id, orderId, userId, items } }
}

function captured({ id, orderId, userId, items, paymentIntentId }: Payment): Content {
  const data = { id, orderId, userId, items, stripeId: `ch_${paymentIntentId}` }
  return { subject: 'payment:created', data }
}

function cancelled({ id, orderId, reason = 'payment_failed' }: Payment): Content {
  return { subject: 'payment:cancelled', data: { id, orderId, reason } }
}

function refunded({ id, orderId }: Payment, refund: Refund): Content {
  const { id: refundId, amount, items, restock } = refund
  return { subject: 'payment:refunded', data: { id, orderId, refundId, amount, items, restock } }
}

function ended({ orderId }: Payment, refund: Refund): Content {
  const { id, amount, items, restock, state, reversed } = refund
  const outcome = state === 'failed' ? 'failed' : 'done'
  const status = reversed === true ? 'reversed' : outcome
  return { subject: 'refund:ended', data: { id, orderId, amount, items, restock, status } }
}

/** The events of a refund that has ended; foreign ones are reversed by `refund:ended`, too. */
function eventsOfRefund(payment: Payment, refund: Refund): Content[] {
  if (refund.requested === true) return [ended(payment, refund)]
  const made = refunded(payment, refund)
  return refund.reversed === true ? [made, ended(payment, refund)] : [made]
}

/** Every event of a payment in its state. */
export function eventsOf(payment: Payment): Content[] {
  const over = payment.refunds.filter(({ state }) => state !== 'asked')
  return [...stepsOf(payment), ...over.flatMap((refund) => eventsOfRefund(payment, refund))]
}

function stepsOf(payment: Payment): Content[] {
  const { state } = payment
  if (state === 'Authorized' || state === 'Capturing') return [authorized(payment)]
  if (state === 'Cancelled') return [cancelled(payment)]
  return state === 'Pending' || state === 'Cancelling' ? [] : [captured(payment)]
}

/** Whether nothing will change it any more by itself. */
export function isAtRest({ state, refunds }: Payment): boolean {
  const isOver = ['Captured', 'Cancelled', 'Refunded'].includes(state)
  return isOver && refunds.every((refund) => refund.state !== 'asked')
}

export function publishAuthorized(world: World, payment: Payment): void {
  world.emit(payment, authorized(payment))
}

export function publishCaptured(world: World, payment: Payment): void {
  world.emit(payment, captured(payment))
}

export function publishCancelled(world: World, payment: Payment): void {
  world.emit(payment, cancelled(payment))
}

export function publishRefund(world: World, payment: Payment, refund: Refund): void {
  const [last] = eventsOfRefund(payment, refund).slice(-1)
  if (last !== undefined) world.emit(payment, last)
}

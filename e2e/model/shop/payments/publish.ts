import type { Payment, Refund } from '../../world/documents.ts'
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

/** Every event of a payment in its state. */
export function eventsOf(payment: Payment): Content[] {
  const { state, refunds } = payment
  if (state === 'Authorized' || state === 'Capturing') return [authorized(payment)]
  if (state === 'Cancelled') return [cancelled(payment)]
  if (state === 'Pending' || state === 'Cancelling') return []
  const done = refunds.filter((refund) => refund.state === 'done')
  return [captured(payment), ...done.map((refund) => refunded(payment, refund))]
}

/** Whether nothing will change it any more by itself. */
export function isAtRest({ state, refunds }: Payment): boolean {
  const isOver = ['Captured', 'Cancelled', 'Refunded'].includes(state)
  return isOver && refunds.every((refund) => refund.state === 'done')
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
  world.emit(payment, refunded(payment, refund))
}

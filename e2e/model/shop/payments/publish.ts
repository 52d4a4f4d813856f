import type { Payment, Refund } from '../../world/documents.ts'
import type { World } from '../../world/world.ts'

/** The money is held. */
export function announceAuthorized(world: World, payment: Payment): void {
  const { id, orderId, userId, items } = payment
  world.emit(payment, 'payment:authorized', { id, orderId, userId, items })
}

/** The money is taken. */
export function announceCaptured(world: World, payment: Payment): void {
  const { id, orderId, userId, items, paymentIntentId } = payment
  const stripeId = `ch_${paymentIntentId}`
  world.emit(payment, 'payment:created', { id, orderId, userId, items, stripeId })
}

/** The money was given back before it was taken. */
export function announceCancelled(world: World, payment: Payment): void {
  const { id, orderId, reason = 'payment_failed' } = payment
  world.emit(payment, 'payment:cancelled', { id, orderId, reason })
}

/** Money that had been taken was given back. */
export function announceRefund(world: World, payment: Payment, refund: Refund): void {
  const { id, orderId } = payment
  const { id: refundId, amount, items, restock } = refund
  world.emit(payment, 'payment:refunded', { id, orderId, refundId, amount, items, restock })
}

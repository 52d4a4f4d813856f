import type { Payment, Refund } from '../../world/documents.ts'
import type { World } from '../../world/world.ts'

export function publishAuthorized(world: World, payment: Payment): void {
  const { id, orderId, userId, items } = payment
  world.emit(payment, 'payment:authorized', { id, orderId, userId, items })
}

export function publishCaptured(world: World, payment: Payment): void {
  const { id, orderId, userId, items, paymentIntentId } = payment
  const stripeId = `ch_${paymentIntentId}`
  world.emit(payment, 'payment:created', { id, orderId, userId, items, stripeId })
}

export function publishCancelled(world: World, payment: Payment): void {
  const { id, orderId, reason = 'payment_failed' } = payment
  world.emit(payment, 'payment:cancelled', { id, orderId, reason })
}

export function publishRefund(world: World, payment: Payment, refund: Refund): void {
  const { id, orderId } = payment
  const { id: refundId, amount, items, restock } = refund
  world.emit(payment, 'payment:refunded', { id, orderId, refundId, amount, items, restock })
}

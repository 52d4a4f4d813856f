import type { Payment } from '../world/documents.ts'
import type { World } from '../world/world.ts'
import { announceCancelled, announcePlaced } from './orders.ts'
import * as payments from './payments/publish.ts'
import { announceAnswer, announceProduct } from './products/publish.ts'

/** `bun run events:republish`: every service tells its state again, made from its documents. */
export function republishAll(world: World): void {
  world.stats.republished += 1
  world.record('--- events:republish')
  for (const order of world.orders.values()) {
    announcePlaced(world, order)
    if (order.status === 'Cancelled') announceCancelled(world, order)
  }
  for (const payment of world.payments.values()) announcePayment(world, payment)
  for (const reservation of world.reservations.values()) announceAnswer(world, reservation)
  for (const product of world.products.values()) announceProduct(world, product)
}

function announcePayment(world: World, payment: Payment): void {
  const { state, refunds } = payment
  if (state === 'Authorized' || state === 'Capturing') payments.announceAuthorized(world, payment)
  if (state === 'Cancelled') payments.announceCancelled(world, payment)
  if (state === 'Captured' || state === 'Refunding' || state === 'Refunded')
    payments.announceCaptured(world, payment)
  for (const refund of refunds)
    if (refund.state === 'done') payments.announceRefund(world, payment, refund)
}

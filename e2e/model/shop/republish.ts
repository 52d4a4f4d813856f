import type { Payment } from '../world/documents.ts'
import type { World } from '../world/world.ts'
import { publishCancelled, publishCreated } from './orders.ts'
import * as payments from './payments/publish.ts'
import { publishResult, publishProduct } from './products/publish.ts'

/** `bun run events:republish`: every service publishes the state of its documents again. */
export function republishAll(world: World): void {
  world.stats.republished += 1
  world.record('--- events:republish')
  for (const order of world.orders.values()) {
    publishCreated(world, order)
    if (order.status === 'Cancelled') publishCancelled(world, order)
  }
  for (const payment of world.payments.values()) republishPayment(world, payment)
  for (const reservation of world.reservations.values()) publishResult(world, reservation)
  for (const product of world.products.values()) publishProduct(world, product)
}

function republishPayment(world: World, payment: Payment): void {
  const { state, refunds } = payment
  if (state === 'Authorized' || state === 'Capturing') payments.publishAuthorized(world, payment)
  if (state === 'Cancelled') payments.publishCancelled(world, payment)
  if (state === 'Captured' || state === 'Refunding' || state === 'Refunded')
    payments.publishCaptured(world, payment)
  for (const refund of refunds)
    if (refund.state === 'done') payments.publishRefund(world, payment, refund)
}

import type { Product, Reservation } from '../../world/documents.ts'
import type { World } from '../../world/world.ts'

/** One outbox slot per product: the latest state replaces an unpublished event. */
export function publishProduct(world: World, product: Product): void {
  product.version += 1
  const { id, available, archived, version } = product
  for (const old of product.outbox) if (old.publishCount === 0) world.committed.delete(old.id)
  product.outbox = []
  world.emit(product, 'product:updated', { id, available, archived, version })
}

/** Publishes the result of a claim, if decided. */
export function publishResult(world: World, reservation: Reservation): void {
  const { id: paymentId, orderId, state } = reservation
  if (state === 'Reserved') world.emit(reservation, 'inventory:reserved', { orderId, paymentId })
  if (state === 'Rejected') world.emit(reservation, 'inventory:rejected', { orderId, paymentId })
}

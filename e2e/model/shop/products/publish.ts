import type { Product, Reservation } from '../../world/documents.ts'
import type { World } from '../../world/world.ts'

/** One slot per product: the latest state replaces what was not announced yet. */
export function announceProduct(world: World, product: Product): void {
  product.version += 1
  const { id, available, archived, version } = product
  for (const old of product.outbox) if (old.told === 0) world.committed.delete(old.id)
  product.outbox = []
  world.emit(product, 'product:updated', { id, available, archived, version })
}

/** Tells the payment what became of its claim, if that is decided. */
export function announceAnswer(world: World, reservation: Reservation): void {
  const { id: paymentId, orderId, state } = reservation
  if (state === 'Reserved') world.emit(reservation, 'inventory:reserved', { orderId, paymentId })
  if (state === 'Rejected') world.emit(reservation, 'inventory:rejected', { orderId, paymentId })
}

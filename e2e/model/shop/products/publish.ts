import type { Product, Reservation } from '../../world/documents.ts'
import type { Content } from '../../world/events.ts'
import type { World } from '../../world/world.ts'

export function updated({ id, available, archived, version }: Product): Content {
  return { subject: 'product:updated', data: { id, available, archived, version } }
}

/** The result of a claim, if decided. */
export function resultsOf({ id: paymentId, orderId, state }: Reservation): Content[] {
  if (state === 'Reserved') return [{ subject: 'inventory:reserved', data: { orderId, paymentId } }]
  if (state === 'Rejected') return [{ subject: 'inventory:rejected', data: { orderId, paymentId } }]
  return []
}

/** One outbox slot per product: the latest state replaces an unpublished event. */
export function publishProduct(world: World, product: Product): void {
  product.version += 1
  for (const old of product.outbox) world.committed.delete(old.id)
  product.outbox = []
  world.emit(product, updated(product))
}

/** Publishes the result of a claim, if decided. */
export function publishResult(world: World, reservation: Reservation): void {
  for (const result of resultsOf(reservation)) world.emit(reservation, result)
}

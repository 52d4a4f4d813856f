import type { Reservation } from '../../world/documents.ts'
import { must, type Steps } from '../../world/steps.ts'
import type { World } from '../../world/world.ts'
import { releaseHold } from './hold.ts'
import { move } from './reservation.ts'

/** Releases the holds of a Releasing reservation; does nothing in other states. */
export function* release(world: World, reservation: Reservation): Steps {
  if (reservation.state !== 'Releasing') return
  for (const { productId } of reservation.items)
    yield* releaseHold(world, must(world.products.get(productId)), reservation.id)
  move(world, reservation, reservation.next === 'Rejected' ? 'endReject' : 'endCancel')
  yield
}

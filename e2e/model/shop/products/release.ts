import type { Reservation } from '../../world/documents.ts'
import { must, type Steps } from '../../world/steps.ts'
import type { World } from '../../world/world.ts'
import { freeHold } from './hold.ts'
import { move } from './reservation.ts'

/** Gives back what a reservation under Releasing holds, and ends it; any other is left alone. */
export function* release(world: World, reservation: Reservation): Steps {
  if (reservation.state !== 'Releasing') return
  for (const { productId } of reservation.items)
    yield* freeHold(world, must(world.products.get(productId)), reservation.id)
  move(world, reservation, reservation.next === 'Rejected' ? 'endReject' : 'endCancel')
  yield
}

import type { Reservation } from '../../world/documents.ts'
import { RetryLater, must, type Steps } from '../../world/steps.ts'
import type { World } from '../../world/world.ts'
import { isHeld, removeHold } from './hold.ts'
import { publishProduct } from './publish.ts'
import { move } from './reservation.ts'

/** Turns the holds of a paid reservation into a sale. */
export function* bookSale(world: World, reservation: Reservation): Steps {
  const { id, items } = reservation
  move(world, reservation, 'sell')
  yield
  const state = world.read(reservation)?.state
  if (isUnsold(state) && !world.lacks('sell-again')) throw new RetryLater('not reserved yet')
  if (state !== 'Committing') return
  for (const { productId, quantity } of items) {
    world.change(
      must(world.products.get(productId)),
      (p) => isHeld(p, id),
      (p) => {
        p.quantity -= quantity
        removeHold(p, id)
        publishProduct(world, p)
      },
      `sells ${quantity} to ${id}`,
    )
    yield
  }
  move(world, reservation, 'endSale')
  yield
}

/** A sale implies Reserved: what is read is older than the payment, and so may be the answer that nothing matched. */
function isUnsold(state: Reservation['state'] | undefined): boolean {
  return state === undefined || state === 'Reserving' || state === 'Reserved'
}

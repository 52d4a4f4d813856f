import { MOVES, type Move, type ReservationState } from '../../shared-code.ts'
import type { Reservation } from '../../world/documents.ts'
import type { World } from '../../world/world.ts'
import { publishResult } from './publish.ts'

export function insertReservation(
  world: World,
  { id, orderId, items }: Pick<Reservation, 'id' | 'orderId' | 'items'>,
  state: ReservationState,
): Reservation {
  const reservation: Reservation = {
    kind: 'reservation',
    id,
    orderId,
    items,
    state,
    since: world.now,
    outbox: [],
    lastEventAt: Number.NEGATIVE_INFINITY,
  }
  world.record(`inserts reservation ${id} ${state}`)
  return world.insert(world.reservations, id, reservation)
}

/** Makes a transition guarded by the service's own code; publishes its result in the same write. */
export function move(
  world: World,
  reservation: Reservation | undefined,
  step: keyof typeof MOVES,
): boolean {
  const { from, to, next }: Move = MOVES[step]
  return world.change(
    reservation,
    ({ state }) => from.includes(state),
    (r) => {
      r.state = to
      if (next !== undefined) r.next = next
      publishResult(world, r)
    },
  )
}

import type { Rule } from '../../rules.ts'
import type { ReservationState } from '../../shared-code.ts'
import type { Reservation } from '../../world/documents.ts'
import type { Steps } from '../../world/steps.ts'
import type { World } from '../../world/world.ts'
import { tolerateFailure } from '../tolerate-failure.ts'
import { bookSale } from './book-sale.ts'
import { claimAll } from './claim-all.ts'
import { release } from './release.ts'

interface Sweep {
  rule: Rule
  run: (world: World, reservation: Reservation) => Steps
}

const SWEEPS: Partial<Record<ReservationState, Sweep>> = {
  Reserving: { rule: 'sweep-Reserving', run: claimAll },
  Releasing: { rule: 'sweep-Releasing', run: release },
  Committing: { rule: 'sweep-Committing', run: bookSale },
}

/** Each reservation in an intermediate state continues. */
export function* sweepProducts(world: World): Steps {
  for (const reservation of Array.from(world.reservations.values()))
    yield* tolerateFailure(world, sweepReservation(world, reservation))
}

function* sweepReservation(world: World, reservation: Reservation): Steps {
  const sweep = SWEEPS[reservation.state]
  if (sweep !== undefined && !world.lacks(sweep.rule)) yield* sweep.run(world, reservation)
}

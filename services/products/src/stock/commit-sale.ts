import { RetryLater } from '@shop/shared/events'
import type { ReservationState } from '../domain/reservation.ts'
import type { StockDeps } from './deps.ts'
import { recordMoves } from './record-moves.ts'

/** More pending entries of one product are recorded at once: every write of the product carries them. */
const MOST_PENDING = 20

/** Turns the holds of a paid reservation into a sale, once; returns whether it is sold. */
export async function commitSale(deps: StockDeps, paymentId: string): Promise<boolean> {
  const { stock, reservations } = deps
  const reservation = await reservations.start(paymentId, 'sell')
  if (reservation === null || reservation.state === 'Reserving')
    throw new RetryLater('the reservation is not complete yet')
  if (reservation.state === 'Committing') {
    for (const line of reservation.items) {
      const pending = await stock.sell(line, reservation)
      if (pending.length > MOST_PENDING) await recordMoves(deps, pending)
    }
    await reservations.move(reservation, 'endSale')
  }
  return SOLD.includes(reservation.state)
}

const SOLD: ReservationState[] = ['Committing', 'Committed']

import { RetryLater } from '@shop/shared/events'
import type { ReservationState } from '../domain/reservation.ts'
import type { StockDeps } from './deps.ts'

/** Turns the holds of a paid reservation into a sale, once; returns whether it is sold. */
export async function commitSale(deps: StockDeps, paymentId: string): Promise<boolean> {
  const { stock, reservations } = deps
  const reservation = await reservations.start(paymentId, 'sell')
  if (reservation === null || reservation.state === 'Reserving')
    throw new RetryLater('the reservation is not complete yet')
  if (reservation.state === 'Committing') {
    for (const line of reservation.items) await stock.sell(line, paymentId)
    await reservations.move(reservation, 'endSale')
  }
  return SOLD.includes(reservation.state)
}

const SOLD: ReservationState[] = ['Committing', 'Committed']

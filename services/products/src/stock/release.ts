import type { Reservation } from '../domain/reservation.ts'
import type { StockDeps } from './deps.ts'

/** Releases the holds of a reservation in Releasing; any other is left alone. */
export async function release(
  { stock, reservations }: StockDeps,
  reservation: Reservation | null,
): Promise<void> {
  if (reservation?.state !== 'Releasing') return
  for (const line of reservation.items) await stock.release(line, reservation.paymentId)
  await reservations.move(reservation, reservation.next === 'Rejected' ? 'endReject' : 'endCancel')
}

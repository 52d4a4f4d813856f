import type { StockDeps } from './deps.ts'

/** Gives back what a reservation under Releasing holds, and ends it; any other is left alone. */
export async function release(deps: StockDeps, paymentId: string): Promise<void> {
  const { stock, reservations } = deps
  const reservation = await reservations.find(paymentId)
  if (reservation?.state !== 'Releasing') return
  for (const line of reservation.items) await stock.free(line, paymentId)
  await reservations.move(reservation, reservation.next === 'Rejected' ? 'endReject' : 'endCancel')
}

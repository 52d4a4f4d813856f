import { listener } from '@shop/shared/events'
import type { Reservation } from '../domain/reservation.ts'
import type { StockDeps } from '../stock/deps.ts'
import { release } from '../stock/release.ts'

/** The money was let go: gives the goods back. */
export function onPaymentCancelled(deps: StockDeps) {
  return listener('payment:cancelled', async ({ id, orderId }) => {
    // Without a reservation its end is noted, so that a claim that comes later finds it.
    const ended: Reservation = { paymentId: id, orderId, items: [], state: 'Released' }
    const reservation = await deps.reservations.open(ended)
    await release(deps, await deps.reservations.move(reservation, 'cancel'))
  })
}

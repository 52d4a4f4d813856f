import { listener } from '@shop/shared/events'
import type { Reservation } from '../domain/reservation.ts'
import type { StockDeps } from '../stock/deps.ts'
import { release } from '../stock/release.ts'

/** The hold on the card was released: releases the goods. */
export function onPaymentCancelled(deps: StockDeps) {
  return listener('payment:cancelled', async ({ id, orderId }) => {
    const reservation = await deps.reservations.start(id, 'cancel')
    if (reservation !== null) return release(deps, reservation)
    // A tombstone, in case the authorization arrives later.
    const ended: Reservation = { paymentId: id, orderId, items: [], state: 'Released' }
    if (await deps.reservations.insert(ended)) return
    // It has arrived meanwhile.
    await release(deps, await deps.reservations.start(id, 'cancel'))
  })
}

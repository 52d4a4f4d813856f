import { RetryLater, listener } from '@shop/shared/events'
import { toLines } from '../domain/reservation.ts'
import { claimAll } from '../stock/claim-all.ts'
import type { StockDeps } from '../stock/deps.ts'
import { release } from '../stock/release.ts'

/** Claims the goods of an authorized payment, or publishes the outcome again. */
export function onPaymentAuthorized(deps: StockDeps) {
  return listener('payment:authorized', async ({ id, orderId, items }) => {
    const wanted = { paymentId: id, orderId, items: toLines(items), state: 'Reserving' } as const
    // Read before the insert, which shows that nothing has been settled since.
    const seen = await deps.stock.view(wanted.items, id)
    if (await deps.reservations.insert(wanted)) return claimAll(deps, wanted, seen)
    const reservation = await deps.reservations.find(id)
    if (reservation === null) throw new RetryLater('the reservation cannot be read')
    switch (reservation.state) {
      case 'Reserving':
        return claimAll(deps, reservation)
      case 'Releasing':
        return release(deps, reservation)
      case 'Reserved':
      case 'Rejected':
        return deps.reservations.republishOutcome(reservation)
      case 'Committing':
      case 'Committed':
      case 'Released':
    }
  })
}

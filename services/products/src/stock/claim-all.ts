import type { Shortage } from '@shop/shared/contracts'
import { RetryLater } from '@shop/shared/events'
import { shortagesOf, type Reservation, type StockView } from '../domain/reservation.ts'
import type { StockDeps } from './deps.ts'
import { release } from './release.ts'

const MAX_TRIES = 20

/** Claims every line of a reservation, or none. */
export async function claimAll(deps: StockDeps, { paymentId, items }: Reservation): Promise<void> {
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    // The order matters: settling moves the reservation first and the counters then, so that a claim
    // that saw it Reserving and was paused while it was settled fails on its outdated counter.
    const seen = await deps.stock.view(items, paymentId)
    const reservation = await deps.reservations.find(paymentId)
    if (reservation?.state !== 'Reserving') return
    const short = await claimLines(deps, reservation, seen)
    if (short === 'moved') continue
    const isClaimed = short.length === 0
    const moved = isClaimed
      ? await deps.reservations.move(reservation, 'reserve')
      : await deps.reservations.move({ ...reservation, short }, 'reject')
    // failpoint: products.afterReserved
    return release(deps, moved)
  }
  throw new RetryLater('too many concurrent payments for the same products')
}

/** The shortages, none when all lines are claimed; `moved` when it must start again. */
async function claimLines(
  { stock }: StockDeps,
  { paymentId, items }: Reservation,
  seen: Map<string, StockView>,
): Promise<Shortage[] | 'moved'> {
  for (const line of items) {
    const settled = seen.get(line.productId)?.settled
    const isClaimed = settled !== undefined && (await stock.claim(line, paymentId, settled))
    // failpoint: products.betweenLines
    if (isClaimed) continue
    const now = await stock.view(items, paymentId)
    const view = now.get(line.productId)
    if (view?.isHeld === true) continue
    // A current shortage is final, whatever was settled meanwhile.
    const short = shortagesOf(items, now)
    return short.some(({ productId }) => productId === line.productId) ? short : 'moved'
  }
  return []
}

import type { Shortage } from '@shop/shared/contracts'
import { RetryLater } from '@shop/shared/events'
import { shortagesOf, type Reservation, type StockView } from '../domain/reservation.ts'
import type { StockDeps } from './deps.ts'
import { release } from './release.ts'

const MAX_TRIES = 20

type Stock = Map<string, StockView>

/** Claims every line of a reservation, or none; `first` is the stock as read before the reservation was inserted. */
export async function claimAll(
  deps: StockDeps,
  reservation: Reservation,
  first?: Stock,
): Promise<void> {
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const isFirst = tries === 0 && first !== undefined
    const seen = isFirst ? first : await stockWhileReserving(deps, reservation)
    // Another delivery has moved it, whose process may have ended there.
    if (seen === null) return release(deps, await deps.reservations.find(reservation.paymentId))
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

/**
 * The stock, or null when the reservation is no longer Reserving. The order of the reads matters: settling moves
 * the reservation first and the counters then, so that a claim that saw it Reserving and was paused while it was
 * settled fails on its outdated counter.
 */
async function stockWhileReserving(
  { stock, reservations }: StockDeps,
  { paymentId, items }: Reservation,
): Promise<Stock | null> {
  const seen = await stock.view(items, paymentId)
  const now = await reservations.find(paymentId)
  return now?.state === 'Reserving' ? seen : null
}

/** The shortages, none when all lines are claimed; `moved` when it must start again. */
async function claimLines(
  { stock }: StockDeps,
  { paymentId, items }: Reservation,
  seen: Stock,
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

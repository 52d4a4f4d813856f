import { toLines } from '../../shared-code.ts'
import type { Product, Reservation } from '../../world/documents.ts'
import { RetryLater, must, type Steps } from '../../world/steps.ts'
import type { World } from '../../world/world.ts'
import { isHeld } from './hold.ts'
import { release } from './release.ts'
import { move } from './reservation.ts'

const MAX_TRIES = 20

type Outcome = 'all' | 'short' | 'moved'
type Counters = Map<string, number>

/**
 * Claims all lines or none: reads counters, then sees the reservation Reserving, then claims guarded by the
 * counters. `first` has counters that were read before the reservation was inserted, which shows the same.
 */
export function* claimAll(world: World, reservation: Reservation, first?: Counters): Steps {
  let outcome: Outcome = 'moved'
  for (let tries = 0; outcome === 'moved'; tries += 1) {
    if (tries > MAX_TRIES) throw new RetryLater('too many concurrent releases')
    const seen = (tries === 0 && first) || (yield* countersWhileReserving(world, reservation))
    // Another delivery has moved it, whose process may have ended there.
    if (seen === null) {
      yield* release(world, reservation)
      return
    }
    outcome = yield* claimLines(world, reservation, seen)
  }
  move(world, reservation, outcome === 'all' ? 'reserve' : 'reject')
  yield
  yield* release(world, reservation)
}

function* countersWhileReserving(world: World, reservation: Reservation): Steps<Counters | null> {
  const seen = countersOf(world, reservation)
  yield
  const isReserving = world.readInSession(reservation)?.state === 'Reserving'
  yield
  return isReserving ? seen : null
}

export function countersOf(world: World, { items }: Pick<Reservation, 'items'>): Counters {
  const settledOf = (id: string) => must(world.read(world.products.get(id))).settled
  return new Map(items.map(({ productId }) => [productId, settledOf(productId)]))
}

function* claimLines(world: World, { id, items }: Reservation, seen: Counters): Steps<Outcome> {
  for (const { productId, quantity } of world.lacks('product-order') ? items : toLines(items)) {
    const product = must(world.products.get(productId))
    const isUnmoved = (p: Product) =>
      world.lacks('settled-guard') || p.settled === seen.get(productId)
    const isClaimed = world.change(
      product,
      (p) => isClaimable(world, p, id, quantity) && isUnmoved(p),
      (p) => {
        p.available -= quantity
        p.holds.push({ paymentId: id, quantity })
      },
      `claims ${quantity} for ${id}`,
    )
    yield
    if (isClaimed || isHeld(product, id)) continue
    // A shortage seen now is final, whatever was released meanwhile.
    return isClaimable(world, product, id, quantity) ? 'moved' : 'short'
  }
  return 'all'
}

function isClaimable(world: World, product: Product, paymentId: string, quantity: number): boolean {
  const isEnough = world.lacks('claim-guard') || product.available >= quantity
  const isFirst = world.lacks('hold-dedupe') || !isHeld(product, paymentId)
  return isEnough && !product.archived && isFirst
}

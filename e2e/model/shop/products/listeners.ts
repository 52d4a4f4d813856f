import { MOVES, type Move } from '../../shared-code.ts'
import type { Reservation } from '../../world/documents.ts'
import type { Payloads } from '../../world/events.ts'
import { RetryLater, must, type Steps } from '../../world/steps.ts'
import type { World } from '../../world/world.ts'
import { bookSale } from './book-sale.ts'
import { claimAll, countersOf } from './claim-all.ts'
import { publishResult, publishProduct } from './publish.ts'
import { release } from './release.ts'
import { insertReservation, move } from './reservation.ts'

/** Payment authorized: claims stock, or republishes the result. */
export function* onPaymentAuthorized(world: World, data: Payloads['payment:authorized']): Steps {
  const counters = countersOf(world, data)
  yield
  const reservation = world.reservations.get(data.id)
  if (reservation !== undefined) yield* continueClaim(world, reservation)
  else yield* claimNew(world, data, counters)
}

/** The insert shows that no hold was settled since the counters were read. */
function* claimNew(
  world: World,
  data: Payloads['payment:authorized'],
  read: ReturnType<typeof countersOf>,
): Steps {
  let counters = read
  const inserted = insertReservation(world, data, 'Reserving')
  yield
  if (world.lacks('counters-first')) {
    counters = countersOf(world, data)
    yield
  }
  yield* claimAll(world, inserted, counters)
}

function* continueClaim(world: World, reservation: Reservation): Steps {
  yield
  const state = world.read(reservation)?.state
  if (state === undefined) throw new RetryLater('the reservation cannot be read')
  if (state === 'Reserving') yield* claimAll(world, reservation)
  else if (state === 'Releasing') yield* release(world, reservation)
  else if (!world.lacks('republish-result')) yield* republishResult(world, reservation)
}

function* republishResult(world: World, reservation: Reservation): Steps {
  world.change(
    reservation,
    ({ outbox, state }) => outbox.length === 0 && (state === 'Reserved' || state === 'Rejected'),
    (r) => publishResult(world, r),
    'republishes the result',
  )
  yield
}

/** Payment cancelled: releases the stock. */
export function* onPaymentCancelled(
  world: World,
  { id, orderId }: Payloads['payment:cancelled'],
): Steps {
  const reservation = yield* startCancel(world, id)
  if (reservation !== undefined) yield* release(world, reservation)
  else if (!world.lacks('reservation-tombstone')) yield* leaveTombstone(world, id, orderId)
}

/** In case the authorization arrives later; if it has arrived meanwhile, it is cancelled. */
function* leaveTombstone(world: World, id: string, orderId: string): Steps {
  const isInserted = !world.reservations.has(id)
  if (isInserted) insertReservation(world, { id, orderId, items: [] }, 'Released')
  yield
  if (isInserted) return
  const reservation = yield* startCancel(world, id)
  if (reservation !== undefined) yield* release(world, reservation)
}

/** Moves the reservation, then reads it if that failed: it may have been inserted between the two. */
function* startCancel(world: World, id: string): Steps<Reservation | undefined> {
  const { from }: Move = MOVES.cancel
  for (;;) {
    const isMoved = move(world, world.reservations.get(id), 'cancel')
    yield
    const now = world.reservations.get(id)
    const isMissed = !isMoved && now !== undefined && from.includes(now.state)
    if (!isMissed || world.lacks('move-again')) return now
    yield
  }
}

/** Payment captured: books the sale. */
export function* onPaymentCreated(world: World, { id }: Payloads['payment:created']): Steps {
  yield* bookSale(world, must(world.reservations.get(id)))
}

/** Payment refunded, so it was captured: books the sale first, whatever arrived first. */
export function* onPaymentRefunded(world: World, data: Payloads['payment:refunded']): Steps {
  const reservation = must(world.reservations.get(data.id))
  yield
  if (world.lacks('commit-before-restock')) {
    const isOver = yield* releaseInsteadOfSale(world, reservation)
    if (isOver) return
  } else yield* bookSale(world, reservation)
  if (data.restock) yield* restock(world, data)
}

/** Only for the mutant that books no sale; returns whether there is nothing to restock. */
function* releaseInsteadOfSale(world: World, reservation: Reservation): Steps<boolean> {
  if (reservation.state === 'Committing') throw new RetryLater('committing')
  move(world, reservation, 'cancel')
  yield
  if (reservation.state === 'Committed') return false
  yield* release(world, reservation)
  return true
}

/** A refund that was asked after the sale: puts its goods back, once. */
export function* onRefundEnded(world: World, data: Payloads['refund:ended']): Steps {
  const { id: refundId, items } = data
  if (data.status !== 'failed' && data.restock) yield* restock(world, { refundId, items })
}

type Restocked = Pick<Payloads['payment:refunded'], 'refundId' | 'items'>

function* restock(world: World, { refundId, items }: Restocked): Steps {
  for (const { productId, quantity } of items) {
    world.change(
      must(world.products.get(productId)),
      (p) => world.lacks('restock-once') || !p.restocked.includes(refundId),
      (p) => {
        p.restocked.push(refundId)
        p.quantity += quantity
        p.available += quantity
        publishProduct(world, p)
      },
      `restocks ${quantity} of ${refundId}`,
    )
    yield
  }
}

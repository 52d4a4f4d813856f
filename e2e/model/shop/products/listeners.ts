import type { Reservation } from '../../world/documents.ts'
import type { Payloads } from '../../world/events.ts'
import { NotYet, must, type Steps } from '../../world/steps.ts'
import type { World } from '../../world/world.ts'
import { bookSale } from './book-sale.ts'
import { claimAll } from './claim-all.ts'
import { announceAnswer, announceProduct } from './publish.ts'
import { release } from './release.ts'
import { insertReservation, move } from './reservation.ts'

/** Money is held: claims the goods, or tells again what became of the claim. */
export function* onPaymentAuthorized(world: World, data: Payloads['payment:authorized']): Steps {
  const reservation = world.reservations.get(data.id) ?? insertReservation(world, data, 'Reserving')
  yield
  if (reservation.state === 'Reserving') yield* claimAll(world, reservation)
  else if (reservation.state === 'Releasing') yield* release(world, reservation)
  else if (!world.without('answer-again')) yield* answerAgain(world, reservation)
}

function* answerAgain(world: World, reservation: Reservation): Steps {
  world.change(
    reservation,
    ({ outbox, state }) => outbox.length === 0 && (state === 'Reserved' || state === 'Rejected'),
    (r) => announceAnswer(world, r),
    'answers again',
  )
  yield
}

/** The money was let go: gives the goods back. */
export function* onPaymentCancelled(
  world: World,
  { id, orderId }: Payloads['payment:cancelled'],
): Steps {
  const reservation = world.reservations.get(id)
  if (reservation === undefined) {
    if (!world.without('reservation-tombstone'))
      insertReservation(world, { id, orderId, items: [] }, 'Released')
    return
  }
  yield
  move(world, reservation, 'cancel')
  yield
  yield* release(world, reservation)
}

/** Money is taken: the goods that were held for it are sold. */
export function* onPaymentCreated(world: World, { id }: Payloads['payment:created']): Steps {
  yield* bookSale(world, must(world.reservations.get(id)))
}

/** Money was given back, so it had been taken: the sale is booked first, whatever arrived first. */
export function* onPaymentRefunded(world: World, data: Payloads['payment:refunded']): Steps {
  const reservation = must(world.reservations.get(data.id))
  yield
  if (world.without('commit-before-restock')) {
    const isOver = yield* releaseInsteadOfSale(world, reservation)
    if (isOver) return
  } else yield* bookSale(world, reservation)
  if (data.restock) yield* takeBack(world, data)
}

/** Only for the mutant that books no sale; tells whether there is nothing to take back. */
function* releaseInsteadOfSale(world: World, reservation: Reservation): Steps<boolean> {
  if (reservation.state === 'Committing') throw new NotYet('committing')
  move(world, reservation, 'cancel')
  yield
  if (reservation.state === 'Committed') return false
  yield* release(world, reservation)
  return true
}

function* takeBack(world: World, { refundId, items }: Payloads['payment:refunded']): Steps {
  for (const { productId, quantity } of items) {
    world.change(
      must(world.products.get(productId)),
      (p) => world.without('restock-once') || !p.restocked.includes(refundId),
      (p) => {
        p.restocked.push(refundId)
        p.quantity += quantity
        p.available += quantity
        announceProduct(world, p)
      },
      `takes back ${quantity} of ${refundId}`,
    )
    yield
  }
}

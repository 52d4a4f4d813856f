import { CLAIM, isExpired } from '../../world/clock.ts'
import type { OrderCopy, Payment } from '../../world/documents.ts'
import type { Steps } from '../../world/steps.ts'
import type { Card } from '../../world/stripe.ts'
import type { World } from '../../world/world.ts'
import { cancelPayment } from './cancel.ts'
import { confirm } from './confirm.ts'

type PlacedOrder = NonNullable<OrderCopy['placed']>

/** `POST /api/payments`; returns the response status. */
export function* pay(world: World, orderId: string, card: Card): Steps<number> {
  const copy = world.orderCopies.get(orderId)
  const read = world.read(copy)
  if (read === undefined) return 404
  const order = payableOrder(world, read)
  if (order === null) return 409
  yield
  const known = world.payments.get(orderId)
  const payment = known ?? insertClaimed(world, orderId, order)
  yield
  if (isCancelledMeanwhile(world, copy)) {
    yield* cancelPayment(world, payment, 'user', ['Pending'])
    return 409
  }
  yield
  const isNew = known === undefined
  const attempt = isNew ? 1 : yield* claimAttempt(world, payment)
  if (attempt === 0) return payment.state === 'Pending' ? 202 : 409
  const intent = yield* intentOf(world, payment)
  if (intent === null) return 409
  return yield* confirm(world, payment, { ...intent, attempt, card })
}

/** Read in the session of the insert: a cancellation either is seen here, or sees the payment. */
function isCancelledMeanwhile(world: World, copy: OrderCopy | undefined): boolean {
  return !world.lacks('read-copy-again') && world.readInSession(copy)?.status === 'Cancelled'
}

function payableOrder(world: World, { status, placed }: OrderCopy): PlacedOrder | null {
  if (placed === undefined || status === 'Cancelled') return null
  return isExpired(world, placed) ? null : placed
}

/** The first attempt is claimed by the insert itself. */
function insertClaimed(
  world: World,
  orderId: string,
  { userId, items, total }: PlacedOrder,
): Payment {
  const payment: Payment = {
    kind: 'payment',
    id: `pay-${orderId}`,
    orderId,
    userId,
    items,
    total,
    state: 'Pending',
    since: world.now,
    paymentIntentId: null,
    attempt: world.lacks('attempt-number') ? 0 : 1,
    confirmingUntil: world.now + CLAIM,
    refunds: [],
    outbox: [],
    lastEventAt: Number.NEGATIVE_INFINITY,
  }
  world.record(`inserts ${payment.id} Pending`)
  return world.insert(world.payments, orderId, payment)
}

/** The number of the attempt; 0 when another one is running. */
function* claimAttempt(world: World, payment: Payment): Steps<number> {
  let attempt = 0
  const isFree = (p: Payment) => world.lacks('confirming-until') || p.confirmingUntil < world.now
  world.change(
    payment,
    (p) => p.state === 'Pending' && isFree(p),
    (p) => {
      p.attempt += world.lacks('attempt-number') ? 0 : 1
      p.confirmingUntil = world.now + CLAIM
      attempt = p.attempt || 1
    },
    'attempt claimed',
  )
  yield
  return attempt
}

interface PayIntent {
  intentId: string
  isNew: boolean
}

/** The payment's one PaymentIntent; null when it is no longer Pending. */
function* intentOf(world: World, payment: Payment): Steps<PayIntent | null> {
  const isOne = !world.lacks('one-intent')
  const isGuarded = !world.lacks('store-guard')
  const { paymentIntentId } = payment
  if (paymentIntentId !== null && isOne) return { intentId: paymentIntentId, isNew: false }
  const key = isOne ? `create:${payment.id}` : `create:${payment.id}:${payment.attempt}`
  const created = world.stripe.create(key, payment.orderId, payment.total)
  yield
  const isFree = (p: Payment) => p.state === 'Pending' && p.paymentIntentId === null
  const isNew = world.change(
    payment,
    isOne && isGuarded ? isFree : () => true,
    (p) => void (p.paymentIntentId = created),
    `stores ${created}`,
  )
  yield
  const { state, paymentIntentId: intentId } = payment
  return intentId !== null && (state === 'Pending' || !isGuarded) ? { intentId, isNew } : null
}

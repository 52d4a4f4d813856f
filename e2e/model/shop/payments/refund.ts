import {
  isUnmade,
  leftFor,
  refundKey,
  refundable,
  type MadeRefund,
  type Refund,
} from '../../shared-code.ts'
import type { Payment } from '../../world/documents.ts'
import { RetryLater, must, type Steps } from '../../world/steps.ts'
import { StripeError } from '../../world/stripe-keys.ts'
import type { RefundStatus } from '../../world/stripe-refunds.ts'
import type { World } from '../../world/world.ts'
import { tolerateFailure } from '../tolerate-failure.ts'
import { record, recordRefunds } from './record-refunds.ts'
import { mayBecome } from './state.ts'

const MAX_TRIES = 3

/** After a late cancellation, refunds and restocks what earlier refunds left. */
export function* refundRest(world: World, payment: Payment): Steps {
  world.change(payment, mayBecome('Refunding'), (p) => {
    p.state = 'Refunding'
    const all = { amount: p.total, items: p.items }
    const { amount, items } = world.lacks('refund-the-rest') ? all : refundable(p)
    if (amount > 0)
      p.refunds.push({ id: `${p.id}-rest`, amount, items, restock: true, state: 'asked' })
  })
  yield
  yield* settleRefunds(world, payment)
}

/** Settles every open refund by itself: one that waits or fails holds up no other. */
export function* settleRefunds(world: World, payment: Payment): Steps {
  for (const refund of payment.refunds.slice()) {
    const settling = settleRefund(world, payment, refund)
    if (world.lacks('each-by-itself')) yield* settling
    else yield* tolerateFailure(world, settling)
  }
  const isOpen = mayBecome('Refunded')
  world.change(
    payment,
    (p) => isOpen(p) && p.refunds.every(({ state }) => state !== 'asked'),
    (p) => void (p.state = 'Refunded'),
  )
  yield
}

/** Looks a refund up at Stripe, and makes it unless it is made. */
export function* settleRefund(world: World, payment: Payment, refund: Refund): Steps {
  for (let tries = 0; tries < MAX_TRIES && refund.state === 'asked'; tries += 1) {
    const made = yield* recordRefunds(world, payment)
    if (refund.state !== 'asked') return
    if (refund.amount === 0) yield* record(world, payment, refund, { kind: 'done', amount: 0 })
    else if (isUnmade(refund, made) || world.lacks('list-refunds')) {
      const isDecided = yield* makeRefund(world, payment, refund, made)
      if (isDecided) return
    } else return
  }
}

/** Makes a refund; false when it must be decided anew. */
function* makeRefund(
  world: World,
  payment: Payment,
  refund: Refund,
  made: MadeRefund[],
): Steps<boolean> {
  const intentId = must(payment.paymentIntentId ?? undefined)
  const read = { ...refund }
  const key = world.lacks('refund-key-per-try') ? `refund:${read.id}` : refundKey(read, made)
  try {
    const status = world.stripe.refund(key, intentId, read.id, read.amount)
    yield
    yield* recordStatus(world, payment, read, status)
    return true
  } catch (error) {
    if (!(error instanceof StripeError)) throw error
    yield
    return yield* explainError(world, payment, refund, { error, read })
  }
}

function* recordStatus(world: World, payment: Payment, read: Refund, status: RefundStatus): Steps {
  const { amount, requested } = read
  if (status === 'pending') return
  if (status === 'succeeded') yield* record(world, payment, read, { kind: 'done', amount })
  else if (requested === true) yield* record(world, payment, read, { kind: 'failed' })
  else throw new RetryLater('the refund failed and is retried')
}

/** False when the refund must be decided anew; throws any other error. */
function* explainError(
  world: World,
  payment: Payment,
  refund: Refund,
  { error, read }: { error: StripeError; read: Refund },
): Steps<boolean> {
  const { code, isReplayed } = error
  const isRefused = code === 'amount_too_large' && !world.lacks('lower-refund')
  if (isRefused) yield* lowerRefund(world, payment, refund, read.amount)
  if (isRefused || code === 'idempotency') return false
  if (isReplayed)
    world.change(
      payment,
      () => refund.tries === read.tries,
      () => void (refund.tries = (read.tries ?? 0) + 1),
      `refund ${refund.id} needs another key`,
    )
  throw error
}

/** Stripe refused the amount: other refunds have left less, or one of them is pending. */
function* lowerRefund(world: World, payment: Payment, refund: Refund, amount: number): Steps {
  const made = yield* recordRefunds(world, payment)
  const left = leftFor(refund, payment.total, made)
  if (left === null) throw new RetryLater('another refund is pending')
  world.change(
    payment,
    () => refund.state === 'asked' && refund.amount === amount && left < amount,
    () => void (refund.amount = left),
    `refund ${refund.id} lowered to ${left}`,
  )
  yield
}

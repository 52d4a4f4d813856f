import type { Payment } from '../../world/documents.ts'
import { RetryLater, type Steps } from '../../world/steps.ts'
import { StripeError } from '../../world/stripe-keys.ts'
import type { IntentStatus } from '../../world/stripe.ts'
import type { World } from '../../world/world.ts'
import { followIntent } from './follow-intent.ts'
import { publishCaptured } from './publish.ts'
import { isIn, mayBecome } from './state.ts'

/** Captures the payment once stock is held: sets Capturing first, so that a cancellation waits. */
export function* capturePayment(world: World, payment: Payment): Steps {
  const isFlagged = !world.lacks('capturing-state')
  const isReady = isFlagged ? mayBecome('Captured') : isIn('Authorized', 'Capturing')
  const isFirst =
    isFlagged && world.change(payment, mayBecome('Capturing'), (p) => void (p.state = 'Capturing'))
  yield
  const paymentIntentId = intentOf(world, isFirst ? payment : world.read(payment), isReady)
  if (paymentIntentId === null) return
  const status = yield* capture(world, payment.id, { intentId: paymentIntentId, isFirst })
  if (status === 'succeeded') yield* storeCaptured(world, payment, isReady)
  else yield* followIntent(world, payment, paymentIntentId, status)
}

/**
 * The PaymentIntent to capture, if any. A reservation implies Authorized: what is read may be older, and so may be the
 * answer that nothing matched.
 */
function intentOf(world: World, read: Payment | undefined, isReady: (p: Payment) => boolean) {
  if (read !== undefined && isReady(read)) return read.paymentIntentId
  const isOlder = read === undefined || isIn('Pending', 'Authorized')(read)
  if (isOlder && !world.lacks('capture-again')) throw new RetryLater('not authorized yet')
  return null
}

function* storeCaptured(world: World, payment: Payment, isReady: (p: Payment) => boolean): Steps {
  world.change(payment, isReady, (p) => {
    p.state = 'Captured'
    publishCaptured(world, p)
  })
  yield
}

interface Capture {
  intentId: string
  /** Whether this delivery set Capturing: nothing has been captured yet. Any other retrieves it first. */
  isFirst: boolean
}

function* capture(
  world: World,
  paymentId: string,
  { intentId, isFirst }: Capture,
): Steps<IntentStatus> {
  let status: IntentStatus = 'requires_capture'
  if (!isFirst) {
    status = world.stripe.retrieve(intentId).status
    yield
  }
  if (status !== 'requires_capture') return status
  const isSameKey = isFirst || world.lacks('capture-key-per-try')
  const key = isSameKey ? `capture:${paymentId}` : `capture:${paymentId}:${world.now}`
  try {
    status = world.stripe.capture(key, intentId)
  } catch (error) {
    if (!(error instanceof StripeError) || error.code !== 'unexpected_state') throw error
    yield
    status = world.stripe.retrieve(intentId).status
  }
  yield
  return status
}

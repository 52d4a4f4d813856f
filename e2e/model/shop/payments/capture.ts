import type { Payment } from '../../world/documents.ts'
import type { Steps } from '../../world/steps.ts'
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
  if (isFlagged) world.change(payment, mayBecome('Capturing'), (p) => void (p.state = 'Capturing'))
  yield
  const { paymentIntentId } = payment
  if (!isReady(payment) || paymentIntentId === null) return
  const status = yield* capture(world, payment.id, paymentIntentId)
  if (status === 'succeeded') yield* storeCaptured(world, payment, isReady)
  else yield* followIntent(world, payment, paymentIntentId, status)
}

function* storeCaptured(world: World, payment: Payment, isReady: (p: Payment) => boolean): Steps {
  world.change(payment, isReady, (p) => {
    p.state = 'Captured'
    publishCaptured(world, p)
  })
  yield
}

function* capture(world: World, paymentId: string, intentId: string): Steps<IntentStatus> {
  let { status } = world.stripe.retrieve(intentId)
  yield
  if (status !== 'requires_capture') return status
  try {
    status = world.stripe.capture(`capture:${paymentId}`, intentId)
  } catch (error) {
    if (!(error instanceof StripeError) || error.code !== 'unexpected_state') throw error
    yield
    status = world.stripe.retrieve(intentId).status
  }
  yield
  return status
}

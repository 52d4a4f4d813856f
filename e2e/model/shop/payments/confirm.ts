import type { Payment } from '../../world/documents.ts'
import type { Steps } from '../../world/steps.ts'
import { StripeError } from '../../world/stripe-keys.ts'
import type { Card, IntentStatus } from '../../world/stripe.ts'
import type { World } from '../../world/world.ts'
import { followIntent } from './follow-intent.ts'

interface Attempt {
  intentId: string
  attempt: number
  card: Card
  /** Whether this attempt stored the PaymentIntent: nobody can have confirmed it. */
  isNew: boolean
}

/** Confirms a new PaymentIntent at once, any other after retrieving it, and follows it; returns the response status. */
export function* confirm(world: World, payment: Payment, attempt: Attempt): Steps<number> {
  const { intentId } = attempt
  let status: IntentStatus | 'declined' = 'requires_payment_method'
  if (!attempt.isNew) {
    status = world.stripe.retrieve(intentId).status
    yield
  }
  if (status === 'requires_payment_method' || status === 'requires_action')
    status = yield* confirmIntent(world, payment, attempt)
  if (status === 'declined') {
    yield* endAttempt(world, payment, attempt.attempt, 'card_declined')
    return 402
  }
  yield* followIntent(world, payment, intentId, status)
  if (status !== 'requires_action') return 201
  yield* endAttempt(world, payment, attempt.attempt)
  return 202
}

function* confirmIntent(
  world: World,
  payment: Payment,
  { intentId, attempt, card }: Attempt,
): Steps<IntentStatus | 'declined'> {
  let status: IntentStatus
  try {
    status = world.stripe.confirm(`confirm:${payment.id}:${attempt}`, intentId, card)
  } catch (error) {
    if (!(error instanceof StripeError)) throw error
    if (error.code === 'card_declined') return 'declined'
    if (error.code !== 'unexpected_state') throw error
    yield
    status = world.stripe.retrieve(intentId).status
  }
  yield
  return status
}

/** A decline or challenge ends the attempt at once, so that another card may be tried. */
function* endAttempt(world: World, payment: Payment, attempt: number, lastError?: string): Steps {
  world.change(
    payment,
    (p) => p.state === 'Pending' && p.attempt === attempt,
    (p) => {
      if (lastError !== undefined) p.lastError = lastError
      p.confirmingUntil = 0
    },
    `attempt ended ${lastError ?? ''}`,
  )
  yield
}

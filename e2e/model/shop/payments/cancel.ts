import type { CancelReason } from '@shop/shared/contracts'
import { statesBefore, type PaymentState } from '../../shared-code.ts'
import type { Payment } from '../../world/documents.ts'
import { RetryLater, type Steps } from '../../world/steps.ts'
import { StripeError } from '../../world/stripe-keys.ts'
import type { World } from '../../world/world.ts'
import { publishCancelled } from './publish.ts'
import { isIn, mayBecome } from './state.ts'

/** Cancels a payment: sets Cancelling first, then releases the money, then publishes. */
export function* cancelPayment(
  world: World,
  payment: Payment,
  reason: CancelReason,
  from: PaymentState[] = statesBefore('Cancelling'),
): Steps {
  world.change(
    payment,
    isIn(...from),
    (p) => {
      p.state = 'Cancelling'
      p.reason = reason
    },
    reason,
  )
  yield
  yield* finishCancelling(world, payment)
}

/** Continues a cancellation; does nothing in other states. */
export function* finishCancelling(world: World, payment: Payment): Steps {
  if (payment.state !== 'Cancelling') return
  if (payment.paymentIntentId !== null) yield* releaseMoney(world, payment, payment.paymentIntentId)
  world.change(payment, mayBecome('Cancelled'), (p) => {
    p.state = 'Cancelled'
    publishCancelled(world, p)
  })
  yield
}

/** Cancels the PaymentIntent of a cancelled payment. */
export function* releaseMoney(world: World, payment: Payment, intentId: string): Steps {
  if (world.lacks('cancel-intent')) return
  const { status } = world.stripe.retrieve(intentId)
  yield
  if (status === 'succeeded') world.violate('a cancelled payment captures nothing', payment.id)
  if (status === 'succeeded' || status === 'canceled') return
  try {
    world.stripe.cancel(`cancel:${payment.id}`, intentId)
  } catch (error) {
    if (!(error instanceof StripeError) || error.code !== 'unexpected_state') throw error
    throw new RetryLater('the PaymentIntent changed meanwhile', { cause: error })
  }
  yield
}

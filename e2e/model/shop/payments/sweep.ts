import type { Rule } from '../../rules.ts'
import type { PaymentState } from '../../shared-code.ts'
import { FIFTEEN_MINUTES, ONE_DAY, ONE_MINUTE } from '../../world/clock.ts'
import type { Payment } from '../../world/documents.ts'
import type { Steps } from '../../world/steps.ts'
import type { World } from '../../world/world.ts'
import { tolerateFailure } from '../tolerate-failure.ts'
import { cancelPayment, finishCancelling } from './cancel.ts'
import { capturePayment } from './capture.ts'
import { followIntent } from './follow-intent.ts'
import { publishAuthorized } from './publish.ts'
import { recordRefunds } from './record-refunds.ts'
import { settleRefunds } from './refund.ts'

interface Sweep {
  rule: Rule
  run: (world: World, payment: Payment) => Steps
}

const SWEEPS: Partial<Record<PaymentState, Sweep>> = {
  Pending: { rule: 'sweep-Pending', run: sweepPending },
  Authorized: { rule: 'sweep-Authorized', run: sweepAuthorized },
  Capturing: { rule: 'sweep-Capturing', run: capturePayment },
  Captured: { rule: 'sweep-refunds', run: settleRefunds },
  Cancelling: { rule: 'sweep-Cancelling', run: finishCancelling },
  Refunding: { rule: 'sweep-Refunding', run: settleRefunds },
}

/** Once a day: refunds of Stripe's dashboard, and those that failed later, whose webhooks were lost. */
function* sweepForeign(world: World, payment: Payment): Steps {
  if (payment.state === 'Captured' || payment.state === 'Refunded')
    yield* recordRefunds(world, payment)
}

/** Each payment in an intermediate state continues. */
export function* sweepPayments(world: World): Steps {
  for (const payment of Array.from(world.payments.values()))
    yield* tolerateFailure(world, sweepPayment(world, payment))
  if (world.now - world.foreignSweptAt < ONE_DAY || world.lacks('sweep-foreign')) return
  world.foreignSweptAt = world.now
  for (const payment of Array.from(world.payments.values()))
    yield* tolerateFailure(world, sweepForeign(world, payment))
}

function* sweepPayment(world: World, payment: Payment): Steps {
  const sweep = SWEEPS[payment.state]
  if (sweep !== undefined && !world.lacks(sweep.rule)) yield* sweep.run(world, payment)
}

function* sweepPending(world: World, payment: Payment): Steps {
  const { paymentIntentId } = payment
  if (paymentIntentId === null) return
  const { status } = world.stripe.retrieve(paymentIntentId)
  yield
  yield* followIntent(world, payment, paymentIntentId, status)
}

function* sweepAuthorized(world: World, payment: Payment): Steps {
  const age = world.now - payment.since
  if (age > FIFTEEN_MINUTES && !world.lacks('give-up'))
    yield* cancelPayment(world, payment, 'payment_failed', ['Authorized'])
  else if (age > ONE_MINUTE && !world.lacks('republish-authorized'))
    yield* republishAuthorized(world, payment)
}

function* republishAuthorized(world: World, payment: Payment): Steps {
  world.change(
    payment,
    (p) => p.state === 'Authorized' && p.outbox.length === 0,
    (p) => publishAuthorized(world, p),
    'republishes payment:authorized',
  )
  yield
}

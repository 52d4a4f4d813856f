import { statesBefore, type PaymentState } from '../../shared-code.ts'
import type { Payment } from '../../world/documents.ts'
import type { Steps } from '../../world/steps.ts'
import type { IntentStatus } from '../../world/stripe.ts'
import type { World } from '../../world/world.ts'
import { cancelPayment, releaseMoney } from './cancel.ts'
import { announceAuthorized } from './publish.ts'
import { isIn, mayBecome } from './state.ts'

/** The one transition that confirm, webhook and sweeper share: what Stripe says now decides. */
export function* followIntent(
  world: World,
  payment: Payment,
  intentId: string,
  status: IntentStatus,
): Steps {
  if (status === 'requires_capture') yield* holdMoney(world, payment, intentId)
  if (status !== 'canceled') return
  const from: PaymentState[] = world.without('canceled-intent')
    ? ['Capturing']
    : statesBefore('Cancelling')
  yield* cancelPayment(world, payment, 'authorization_expired', from)
}

function* holdMoney(world: World, payment: Payment, intentId: string): Steps {
  const isPayable = mayBecome('Authorized')
  const isHeld = world.change(
    payment,
    (p) => isPayable(p) && p.paymentIntentId === intentId,
    (p) => {
      p.state = 'Authorized'
      announceAuthorized(world, p)
    },
  )
  yield
  const isGivenUp = !isHeld && isIn('Cancelling', 'Cancelled')(payment)
  if (isGivenUp && !world.without('cancel-when-found'))
    yield* releaseMoney(world, payment, intentId)
}

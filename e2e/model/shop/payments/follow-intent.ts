import { statesBefore, type PaymentState } from '../../shared-code.ts'
import type { Payment } from '../../world/documents.ts'
import type { Steps } from '../../world/steps.ts'
import type { IntentStatus } from '../../world/stripe.ts'
import type { World } from '../../world/world.ts'
import { cancelPayment, releaseMoney } from './cancel.ts'
import { publishAuthorized } from './publish.ts'
import { isIn, mayBecome } from './state.ts'

/** The transition shared by confirmation, webhook and sweeper, decided by Stripe's current state. */
export function* followIntent(
  world: World,
  payment: Payment,
  intentId: string,
  status: IntentStatus,
): Steps {
  if (status === 'requires_capture') yield* storeAuthorized(world, payment, intentId)
  if (status !== 'canceled') return
  const from: PaymentState[] = world.lacks('canceled-intent')
    ? ['Capturing']
    : statesBefore('Cancelling')
  yield* cancelPayment(world, payment, 'authorization_expired', from)
}

function* storeAuthorized(world: World, payment: Payment, intentId: string): Steps {
  const isPayable = mayBecome('Authorized')
  const isHeld = world.change(
    payment,
    (p) => isPayable(p) && p.paymentIntentId === intentId,
    (p) => {
      p.state = 'Authorized'
      publishAuthorized(world, p)
    },
  )
  yield
  const isCancelled = !isHeld && isIn('Cancelling', 'Cancelled')(payment)
  if (isCancelled && !world.lacks('cancel-when-found'))
    yield* releaseMoney(world, payment, intentId)
}

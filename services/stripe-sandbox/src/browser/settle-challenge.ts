import type { Database } from 'bun:sqlite'
import type { Stripe } from 'stripe'
import { methodOf } from '../api/card-method.ts'
import { applyPayment } from '../api/confirm-intent.ts'
import { requireObject } from '../api/lists.ts'
import { cardOf } from '../ledger/cards.ts'
import { closeChallenge, type Outcome } from '../ledger/challenges.ts'
import { idOf } from '../ledger/objects.ts'
import { unexpectedState } from '../rules/allowed-statuses.ts'
import { behaviorOf } from '../rules/cards.ts'
import { endChallenge } from '../rules/confirm.ts'

interface Settled {
  intent: Stripe.PaymentIntent
  outcome: Outcome
}

/** Passes or fails an intent's 3D Secure challenge. */
export function settleChallenge(db: Database, id: string, isPassed: boolean): Settled {
  const settle = db.transaction((): Settled => {
    const before = requireObject(db, 'payment_intent', id)
    if (before.status !== 'requires_action')
      throw unexpectedState(
        `This PaymentIntent has no pending challenge: ${before.status}.`,
        before,
      )
    const method = methodOf(db, idOf(before.payment_method))
    const { decline } = behaviorOf(cardOf(db, method.id)?.number ?? '')
    const step = endChallenge(before, method, decline, isPassed)
    applyPayment({ db, request: { id: null, idempotency_key: null } }, step, method)
    const outcome = isPassed && step.error === undefined ? 'succeeded' : 'failed'
    closeChallenge(db, id, outcome)
    return { intent: step.intent, outcome }
  })
  return settle.immediate()
}

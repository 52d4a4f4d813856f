import type { Database } from 'bun:sqlite'
import * as v from 'valibot'
import { methodOf } from '../api/card-method.ts'
import { applyPayment } from '../api/confirm-intent.ts'
import { demand } from '../api/lists.ts'
import { cardOf } from '../ledger/cards.ts'
import { idOf } from '../ledger/objects.ts'
import { behaviourOf } from '../rules/cards.ts'
import { endChallenge } from '../rules/confirm.ts'
import { unexpectedState } from '../rules/legality.ts'

export const challengeBody = v.strictObject({ result: v.picklist(['succeed', 'fail']) })

/** What the 3D Secure page does when its holder passes or fails; answers with the intent. */
export function settleChallenge(db: Database, id: string, result: 'succeed' | 'fail') {
  const settle = db.transaction(() => {
    const intent = demand(db, 'payment_intent', id)
    if (intent.status !== 'requires_action')
      throw unexpectedState(`This PaymentIntent waits for no challenge: ${intent.status}.`, intent)
    const method = methodOf(db, idOf(intent.payment_method))
    const { decline } = behaviourOf(cardOf(db, method.id)?.number ?? '')
    const step = endChallenge(intent, method, decline, result === 'succeed')
    applyPayment({ db, request: { id: null, idempotency_key: null } }, step, method)
    return step.intent
  })
  return settle.immediate()
}

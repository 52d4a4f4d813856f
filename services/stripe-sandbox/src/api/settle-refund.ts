import type { Database } from 'bun:sqlite'
import type { Stripe } from 'stripe'
import { idOf } from '../ledger/objects.ts'
import { dropChange } from '../ledger/refund-changes.ts'
import { invalidRequest } from '../rules/api-error.ts'
import type { RefundStatus } from '../rules/cards.ts'
import { maySettle, settleRefund } from '../rules/refunds.ts'
import { applyStep } from './apply-step.ts'
import { requireObject } from './lists.ts'

/** Gives a refund its later status, with the events that report it; throws when it cannot have it. */
export function settleRefundNow(db: Database, id: string, status: RefundStatus): Stripe.Refund {
  const settle = db.transaction((): Stripe.Refund => {
    const before = requireObject(db, 'refund', id)
    dropChange(db, id)
    if (!maySettle(before.status, status))
      throw invalidRequest(`Refund ${id} is ${before.status} and cannot become ${status}.`)
    const charge = requireObject(db, 'charge', idOf(before.charge))
    const intent = requireObject(db, 'payment_intent', idOf(before.payment_intent))
    const step = settleRefund(intent, charge, before, status)
    applyStep({ db, request: { id: null, idempotency_key: null } }, step)
    return step.refund
  })
  return settle.immediate()
}

import { find, idOf } from '../ledger/objects.ts'
import { invalidRequest } from '../rules/api-error.ts'
import { dispute } from '../rules/dispute.ts'
import { applyStep } from './apply-step.ts'
import type { CallContext } from './call.ts'
import { requireObject } from './lists.ts'

/** Disputes the charge of a PaymentIntent; throws unless it was captured. */
export function createDispute(context: Pick<CallContext, 'db' | 'request'>, intentId: string) {
  const { db } = context
  const intent = requireObject(db, 'payment_intent', intentId)
  const charge = find(db, 'charge', idOf(intent.latest_charge))
  if (charge === undefined || !charge.captured || charge.disputed)
    throw invalidRequest(`PaymentIntent ${intentId} has no charge that can be disputed.`)
  const step = dispute(intent, charge)
  applyStep(context, step)
  return step.dispute
}

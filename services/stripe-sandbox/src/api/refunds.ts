import type { Database } from 'bun:sqlite'
import * as v from 'valibot'
import type { Fault } from '../faults/store.ts'
import { cardOf } from '../ledger/cards.ts'
import { find, idOf } from '../ledger/objects.ts'
import { planChange } from '../ledger/refund-changes.ts'
import { invalidRequest } from '../rules/api-error.ts'
import { refundPlanOf, type RefundPlan } from '../rules/cards.ts'
import { refund } from '../rules/refunds.ts'
import { applyStep } from './apply-step.ts'
import { defineCall, ok } from './call.ts'
import { changeMetadata, integer, metadata, oneOf, parameters, text } from './fields.ts'
import { requireObject, equal, listResult, pageEntries } from './lists.ts'

const LATER_MS = 10_000

type TimedPlan = RefundPlan & { ms?: number }

/** What an armed fault makes of a refund; null when the card decides. */
function planOf(fault: Fault | null): TimedPlan | null {
  if (fault?.kind === 'pending') return { status: 'pending', later: 'succeeded', ms: fault.ms }
  if (fault?.kind === 'failed') return { status: 'failed' }
  if (fault?.kind === 'failed-later') return { status: 'succeeded', later: 'failed', ms: fault.ms }
  return null
}

const target = { payment_intent: v.exactOptional(text), charge: v.exactOptional(text) }

export const createRefund = defineCall({
  fault: 'refund',
  schema: parameters({
    ...target,
    amount: v.exactOptional(integer),
    metadata: v.exactOptional(metadata),
    reason: v.exactOptional(oneOf('duplicate', 'fraudulent', 'requested_by_customer')),
  }),
  run: (context) => {
    const { db, params } = context
    const { intent, charge } = targetOf(db, params)
    const request = { ...params, metadata: changeMetadata({}, params.metadata) }
    const { number } = cardOf(db, idOf(intent.payment_method)) ?? { number: '' }
    const plan: TimedPlan = planOf(context.fault) ?? refundPlanOf(number)
    const { status, later, ms = LATER_MS } = plan
    const step = refund(intent, charge, request, status)
    if (later !== undefined)
      planChange(db, { refund: step.refund.id, status: later, due: Date.now() + ms })
    return applyStep(context, step)
  },
})

export const retrieveRefund = defineCall({
  schema: parameters({}),
  run: ({ db, id }) => ok(requireObject(db, 'refund', id)),
})

export const listRefunds = defineCall({
  schema: parameters({ ...pageEntries, ...target }),
  run: ({ db, params: { payment_intent, charge, ...page } }) =>
    listResult(db, 'refund', page, equal({ payment_intent, charge })),
})

interface Target {
  payment_intent?: string
  charge?: string
}

function targetOf(db: Database, { payment_intent, charge }: Target) {
  if (charge !== undefined) {
    const found = requireObject(db, 'charge', charge, 'charge')
    return {
      charge: found,
      intent: requireObject(db, 'payment_intent', idOf(found.payment_intent)),
    }
  }
  if (payment_intent === undefined)
    throw invalidRequest(
      'One of the following params should be provided for this request: payment_intent or charge.',
      {
        code: 'parameter_missing',
      },
    )
  const intent = requireObject(db, 'payment_intent', payment_intent, 'payment_intent')
  return { intent, charge: find(db, 'charge', idOf(intent.latest_charge)) }
}

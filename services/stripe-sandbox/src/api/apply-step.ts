import { append } from '../ledger/movements.ts'
import { save } from '../ledger/objects.ts'
import type { EventType, Step } from '../rules/step.ts'
import { recordEvent } from '../webhooks/record-event.ts'
import { ok, type CallResult, type CallContext } from './call.ts'

/** Stores the changes of a step: objects, money, events; returns its main object. */
export function applyStep(
  { db, request }: Pick<CallContext, 'db' | 'request'>,
  step: Step,
): CallResult {
  save(db, step.intent)
  if (step.charge !== undefined) save(db, step.charge)
  if (step.refund !== undefined) save(db, step.refund)
  if (step.dispute !== undefined) save(db, step.dispute)
  for (const movement of step.movements) append(db, step.intent.id, movement)
  for (const type of step.events) recordEvent(db, type, subjectOf(step, type), request)
  return step.error ?? ok(step.refund ?? step.intent)
}

function subjectOf(step: Step, type: EventType) {
  if (type.startsWith('charge.dispute.')) return step.dispute ?? step.intent
  if (type.includes('refund.')) return step.refund ?? step.intent
  if (type.startsWith('charge.')) return step.charge ?? step.intent
  return step.intent
}

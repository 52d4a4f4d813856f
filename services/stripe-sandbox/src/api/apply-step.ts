import { append } from '../ledger/movements.ts'
import { save } from '../ledger/objects.ts'
import type { EventType, Step } from '../rules/step.ts'
import { recordEvent } from '../webhooks/record-event.ts'
import { ok, type Answer, type CallContext } from './call.ts'

/** Writes all that a step changed: objects, money, events; answers with what it was about. */
export function applyStep(
  { db, request }: Pick<CallContext, 'db' | 'request'>,
  step: Step,
): Answer {
  save(db, step.intent)
  if (step.charge !== undefined) save(db, step.charge)
  if (step.refund !== undefined) save(db, step.refund)
  for (const movement of step.movements) append(db, step.intent.id, movement)
  for (const type of step.events) recordEvent(db, type, subjectOf(step, type), request)
  return step.fault ?? ok(step.refund ?? step.intent)
}

function subjectOf(step: Step, type: EventType) {
  if (type.startsWith('charge.')) return step.charge ?? step.intent
  if (type.startsWith('refund.')) return step.refund ?? step.intent
  return step.intent
}

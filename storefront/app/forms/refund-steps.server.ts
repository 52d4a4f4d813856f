import type { RefundCheck } from '@shop/shared/contracts'
import { isRefusal } from '../api/refusal.server.ts'
import { refusedForm, textOf, type FormFault, type Parsed } from './parse-form.ts'
import { checkIn } from './refund-check.ts'
import { faultOf } from './refusals.server.ts'

const CONFLICT = 409

interface Refund<T extends object> {
  /** The request that the form stands for. */
  read: () => Parsed<T>
  check: (json: T) => Promise<RefundCheck>
  make: (json: T & { expected: number }) => Promise<unknown>
}

/** The form to show next, with what was typed: the second step when its values have a check. */
export interface NextStep {
  fault: FormFault
  status: number
}

/** Checks a refund at the first press, and makes it at the second; null when it is made. */
export async function refundInSteps<T extends object>(
  form: FormData,
  refund: Refund<T>,
): Promise<NextStep | null> {
  const typed = refusedForm(form, {})
  const step = textOf(form, 'step')
  if (step === 'change') return { fault: firstStep(typed), status: 200 }
  const { output: json, fault } = refund.read()
  if (fault !== undefined) return { fault: firstStep(fault), status: 400 }
  const shown = step === 'confirm' ? checkIn(typed) : null
  if (shown === null) {
    const check = JSON.stringify(await refund.check(json))
    return { fault: { ...typed, values: { ...typed.values, check } }, status: 200 }
  }
  try {
    await refund.make({ ...json, expected: shown.amount })
    return null
  } catch (error) {
    if (!isRefusal(error) || error.status !== CONFLICT) throw error
    return { fault: firstStep(faultOf(error, form)), status: CONFLICT }
  }
}

function firstStep(fault: FormFault): FormFault {
  const { check: _, ...values } = fault.values
  return { ...fault, values: { ...values, intent: 'refund' } }
}

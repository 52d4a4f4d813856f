import { RefundCheck } from '@shop/shared/contracts'
import * as v from 'valibot'
import type { FormFault } from './parse-form.ts'

const Check = v.pipe(v.string(), v.parseJson(), RefundCheck)

/** What the second step of a refund has shown; null in the first step. */
export function checkIn(fault: FormFault | undefined): RefundCheck | null {
  const { success, output } = v.safeParse(Check, fault?.values['check'])
  return success ? output : null
}

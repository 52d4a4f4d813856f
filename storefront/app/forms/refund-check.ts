import type { RefundCheck } from '@shop/shared/contracts'
import type { FormFault } from './parse-form.ts'

/** What the second step of a refund has shown; null in the first step. */
export function checkIn(fault: FormFault | undefined): RefundCheck | null {
  try {
    const check = JSON.parse(fault?.values['check'] ?? 'null') as RefundCheck | null
    return Number.isFinite(check?.amount) ? check : null
  } catch {
    return null
  }
}

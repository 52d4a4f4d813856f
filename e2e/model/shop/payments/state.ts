import { statesBefore, type PaymentState } from '../../shared-code.ts'
import type { Payment } from '../../world/documents.ts'

/** The guard of a write that needs one of these states. */
export function isIn(...states: PaymentState[]) {
  return (payment: Payment): boolean => states.includes(payment.state)
}

/** The guard of a transition, as the service's own code has it. */
export function mayBecome(state: PaymentState) {
  return isIn(...statesBefore(state))
}

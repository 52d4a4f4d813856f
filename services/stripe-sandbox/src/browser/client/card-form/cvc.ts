import { brandOf } from '../card-number.ts'
import type { FaultCode } from './faults.ts'
import { digitsOf } from './number.ts'

/** How many digits the security code of a card has. */
export function cvcLength(number: string): number {
  return brandOf(digitsOf(number)) === 'amex' ? 4 : 3
}

/** A typed security code without what cannot belong to it. */
export function formatCvc(text: string, number: string): string {
  return digitsOf(text).slice(0, cvcLength(number))
}

/** What is wrong with a security code. */
export function cvcFault(text: string, number: string): FaultCode | null {
  return digitsOf(text).length === cvcLength(number) ? null : 'incomplete_cvc'
}

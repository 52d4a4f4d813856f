import { brandOf } from '../card-number.ts'
import type { ErrorCode } from './errors.ts'
import { digitsOf } from './number.ts'

/** The length of a card's security code. */
export function cvcLength(number: string): number {
  return brandOf(digitsOf(number)) === 'amex' ? 4 : 3
}

/** Formats a typed security code. */
export function formatCvc(text: string, number: string): string {
  return digitsOf(text).slice(0, cvcLength(number))
}

export function cvcError(text: string, number: string): ErrorCode | null {
  return digitsOf(text).length === cvcLength(number) ? null : 'incomplete_cvc'
}

import type { ErrorCode } from './errors.ts'
import { digitsOf } from './number.ts'

const CENTURY = 2000
const FURTHEST_YEARS = 50

/** Formats an expiration date as `MM / YY`; deleting does not restore the slash. */
export function formatExpiry(text: string, isDeleting = false): string {
  const digits = twoDigitYear(withLeadingZero(text))
  const [month, year] = [digits.slice(0, 2), digits.slice(2)]
  if (month.length < 2 || (isDeleting && year === '')) return month
  return `${month} / ${year}`
}

/** Pads a month that can have only one digit, as in `5` or `1/`. */
function withLeadingZero(text: string): string {
  const digits = digitsOf(text)
  const isWhole = /^[2-9]/.test(digits) || /^1[3-9]/.test(digits) || /^\s*\d\s*[/.-]/.test(text)
  return isWhole && !(digits.startsWith('0') && digits.length < 2) ? `0${digits}` : digits
}

/** Autofill and people may enter four digits: drops a leading 20. */
function twoDigitYear(digits: string): string {
  const [month, year] = [digits.slice(0, 2), digits.slice(2)]
  if (!year.startsWith('20')) return month + year.slice(0, 2)
  return month + (year.length < 4 ? year : year.slice(2, 4))
}

export interface Expiry {
  month: number
  year: number
}

/** Parses a formatted expiration date. */
export function expiryOf(text: string): Expiry {
  const digits = digitsOf(text)
  return { month: Number(digits.slice(0, 2)), year: CENTURY + Number(digits.slice(2)) }
}

/** Validates a formatted expiration date on a given day. */
export function expiryError(text: string, today: Date): ErrorCode | null {
  const digits = digitsOf(text)
  const { month, year } = expiryOf(text)
  if (digits.length >= 2 && (month < 1 || month > 12)) return 'invalid_expiry_month'
  if (digits.length !== 4) return 'incomplete_expiry'
  const years = year - today.getUTCFullYear()
  if (years < 0) return 'invalid_expiry_year_past'
  if (years > FURTHEST_YEARS) return 'invalid_expiry_year'
  return years === 0 && month <= today.getUTCMonth() ? 'invalid_expiry_month_past' : null
}

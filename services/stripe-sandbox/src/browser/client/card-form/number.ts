import { brandOf, hasValidCheckDigit } from '../card-number.ts'
import type { ErrorCode } from './errors.ts'

interface Shape {
  groups: number[]
  shortest: number
  longest: number
}

const SIXTEEN: Shape = { groups: [4, 4, 4, 4], shortest: 16, longest: 16 }
const FIFTEEN: Shape = { groups: [4, 6, 5], shortest: 15, longest: 15 }
const FOURTEEN: Shape = { groups: [4, 6, 4], shortest: 14, longest: 14 }
const UP_TO_NINETEEN: Shape = { groups: [4, 4, 4, 4, 3], shortest: 16, longest: 19 }

function shapeOf(digits: string): Shape {
  const brand = brandOf(digits)
  if (brand === 'amex') return FIFTEEN
  if (brand === 'unionpay') return UP_TO_NINETEEN
  return digits.startsWith('36') ? FOURTEEN : SIXTEEN
}

export function digitsOf(text: string): string {
  return text.replaceAll(/\D/g, '')
}

/** Groups a card number as printed on cards of its network. */
export function formatNumber(text: string): string {
  const { groups, longest } = shapeOf(digitsOf(text))
  let rest = digitsOf(text).slice(0, longest)
  const parts: string[] = []
  for (const size of groups) {
    parts.push(rest.slice(0, size))
    rest = rest.slice(size)
  }
  return parts.join(' ').trimEnd()
}

export function numberError(text: string): ErrorCode | null {
  const digits = digitsOf(text)
  const { shortest, longest } = shapeOf(digits)
  if (digits.length < shortest) return 'incomplete_number'
  if (hasValidCheckDigit(digits)) return null
  return digits.length < longest ? 'incomplete_number' : 'invalid_number'
}

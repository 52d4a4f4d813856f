import type { ErrorCode } from './errors.ts'

interface PostalCode {
  label: string
  example: string
  pattern: RegExp
}

/** Countries whose banks check postal codes. */
const ASKED: Record<string, PostalCode> = {
  CA: { label: 'Postal code', example: 'M5T 1T4', pattern: /^[a-z]\d[a-z]\s?\d[a-z]\d$/i },
  GB: {
    label: 'Postal code',
    example: 'WS11 1DB',
    pattern: /^[a-z]{1,2}\d[a-z\d]?\s?\d[a-z]{2}$/i,
  },
  US: { label: 'ZIP code', example: '12345', pattern: /^\d{5}(-\d{4})?$/ },
}

/** The postal code field of a country, or null. */
export function postalCodeOf(country: string): PostalCode | null {
  return ASKED[country] ?? null
}

export function postalCodeError(text: string, country: string): ErrorCode | null {
  return postalCodeOf(country)?.pattern.test(text.trim()) === false ? 'incomplete_zip' : null
}

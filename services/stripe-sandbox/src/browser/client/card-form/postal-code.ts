import type { FaultCode } from './faults.ts'

interface PostalCode {
  label: string
  example: string
  pattern: RegExp
}

/** The countries whose banks check the postal code of a card. */
const ASKED: Record<string, PostalCode> = {
  CA: { label: 'Postal code', example: 'M5T 1T4', pattern: /^[a-z]\d[a-z]\s?\d[a-z]\d$/i },
  GB: {
    label: 'Postal code',
    example: 'WS11 1DB',
    pattern: /^[a-z]{1,2}\d[a-z\d]?\s?\d[a-z]{2}$/i,
  },
  US: { label: 'ZIP code', example: '12345', pattern: /^\d{5}(-\d{4})?$/ },
}

/** How the postal code of a country is asked for; null where it is not. */
export function postalCodeOf(country: string): PostalCode | null {
  return ASKED[country] ?? null
}

/** What is wrong with a postal code of a country. */
export function postalCodeFault(text: string, country: string): FaultCode | null {
  return postalCodeOf(country)?.pattern.test(text.trim()) === false ? 'incomplete_zip' : null
}

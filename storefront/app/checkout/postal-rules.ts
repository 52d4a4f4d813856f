const NEED_REGION = ['US', 'CA', 'AU']

const DIGITS = (count: number) => new RegExp(`^\\d{${count}}$`)

/** Postal codes by country; spaces and hyphens are left out first. */
const POSTAL_CODES: Record<string, RegExp> = {
  US: /^\d{5}(\d{4})?$/,
  CA: /^[A-Z]\d[A-Z]\d[A-Z]\d$/i,
  GB: /^[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}$/i,
  NL: /^\d{4}[A-Z]{2}$/i,
  JP: DIGITS(7),
  PT: DIGITS(7),
  ...Object.fromEntries(
    ['DE', 'ES', 'FI', 'FR', 'IT', 'PL', 'SE', 'CZ'].map((c) => [c, DIGITS(5)]),
  ),
  ...Object.fromEntries(['AT', 'AU', 'BE', 'CH', 'DK', 'NO', 'NZ'].map((c) => [c, DIGITS(4)])),
}

/** Whether addresses of the country need a state or region. */
export function needsRegion(country: string): boolean {
  return NEED_REGION.includes(country)
}

/** Whether a postal code can be one of the country; any text where no rule is known. */
export function isPostalCode(text: string, country: string): boolean {
  return POSTAL_CODES[country]?.test(text.replaceAll(/[\s-]/g, '')) ?? true
}

import { toMinorUnits } from '@shop/shared/contracts'

const dollars = new Intl.NumberFormat('en-US', {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
})

const CENTS = 100

/** $1,290.00, −$18.00 */
export function money(amount: number): string {
  const cents = toMinorUnits(amount)
  return `${cents < 0 ? '−' : ''}$${dollars.format(Math.abs(cents) / CENTS)}`
}

/** 1290.00, for inputs. */
export function plainAmount(amount: number): string {
  return (toMinorUnits(amount) / CENTS).toFixed(2)
}

export const AMOUNT_HELP = 'Enter an amount like 12.50 or 1,290.00, with a period before the cents'

/** Two digits after a comma can only be cents; one digit is ambiguous. */
const CENTS_AFTER_COMMA = /^([\d ]+),(\d\d)$/

/** Parses a typed dollar amount; null if it is invalid or ambiguous. */
export function readAmount(text: string): number | null {
  const [whole = '', cents = '', ...rest] = plainText(text)
    .replace(/^\$ ?/, '')
    .replace(CENTS_AFTER_COMMA, '$1.$2')
    .split('.')
  const amount = whole === '' && cents !== '' ? 0 : readDigits(whole)
  if (amount === null || rest.length > 0 || !/^\d{0,2}$/.test(cents)) return null
  return Number(`${amount}.${cents}`)
}

/** Parses a typed integer with an optional sign; null if it is invalid. */
export function readWhole(text: string): number | null {
  const [, sign = '', digits = ''] =
    /^([+-]?) ?(.*)$/s.exec(plainText(text).replace('−', '-')) ?? []
  const number = readDigits(digits)
  return number === null || sign !== '-' ? number : -number
}

const DIGITS = /^(?:\d{1,12}|[1-9]\d{0,2}(?:,\d{3}){1,3}|[1-9]\d{0,2}(?: \d{3}){1,3})$/

/** Thousands may be separated by commas or spaces in full groups: 1,5 may mean 1.5. */
function readDigits(text: string): number | null {
  return DIGITS.test(text) ? Number(text.replaceAll(/[, ]/g, '')) : null
}

/** Strips what pasted numbers contain: invisible characters and unusual spaces. */
function plainText(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/\p{Cf}/gu, '')
    .trim()
}

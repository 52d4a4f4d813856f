import { toMinorUnits } from '@shop/shared/contracts'

const dollars = new Intl.NumberFormat('en-US', {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
})

const CENTS = 100

/** A decimal amount of US dollars as pages show it: $1,290.00, −$18.00. */
export function money(amount: number): string {
  const cents = toMinorUnits(amount)
  return `${cents < 0 ? '−' : ''}$${dollars.format(Math.abs(cents) / CENTS)}`
}

/** An amount as a form shows it: without a sign or thousands, so that it can be typed. */
export function plainAmount(amount: number): string {
  return (toMinorUnits(amount) / CENTS).toFixed(2)
}

/** What to write where an amount could not be read. */
export const AMOUNT_HELP = 'Enter an amount like 12.50 or 1,290.00, with a dot before the cents'

/** Two digits can only be cents; one digit might have lost the others. */
const CENTS_AFTER_COMMA = /^([\d ]+),(\d\d)$/

/** What was typed as an amount of dollars, as this shop writes them; null when it is none or unclear. */
export function readAmount(text: string): number | null {
  const [whole = '', cents = '', ...rest] = plainText(text)
    .replace(/^\$ ?/, '')
    .replace(CENTS_AFTER_COMMA, '$1.$2')
    .split('.')
  const amount = whole === '' && cents !== '' ? 0 : readDigits(whole)
  if (amount === null || rest.length > 0 || !/^\d{0,2}$/.test(cents)) return null
  return Number(`${amount}.${cents}`)
}

/** What was typed as a whole number, with or without a sign; null when it is none. */
export function readWhole(text: string): number | null {
  const [, sign = '', digits = ''] =
    /^([+-]?) ?(.*)$/s.exec(plainText(text).replace('−', '-')) ?? []
  const number = readDigits(digits)
  return number === null || sign !== '-' ? number : -number
}

const DIGITS = /^(?:\d{1,12}|[1-9]\d{0,2}(?:,\d{3}){1,3}|[1-9]\d{0,2}(?: \d{3}){1,3})$/

/** Thousands may be set apart by commas or by spaces, each group whole: 1,5 might be meant as 1.5. */
function readDigits(text: string): number | null {
  return DIGITS.test(text) ? Number(text.replaceAll(/[, ]/g, '')) : null
}

/** Without what pasted numbers bring along: invisible characters, and spaces of other widths. */
function plainText(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/\p{Cf}/gu, '')
    .trim()
}

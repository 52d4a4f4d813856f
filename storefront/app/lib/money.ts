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

/** What was typed as a price, in dollars; comma and dot are both read. Null when it is none. */
export function readAmount(text: string): number | null {
  const normal = text
    .trim()
    .replace(/^\$\s*/, '')
    .replace(',', '.')
  return /^\d{1,6}(\.\d{1,2})?$/.test(normal) ? Number(normal) : null
}

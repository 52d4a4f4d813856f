import * as v from 'valibot'
import { MAX_PRICE, MIN_PRICE } from './pricing.ts'

/** The cents of a decimal USD amount with at most 2 decimals. */
export function toMinorUnits(amount: number): number {
  return Math.round(amount * 100)
}

/** The decimal USD amount of a number of cents. */
export function toDecimal(minorUnits: number): number {
  return minorUnits / 100
}

/** Whether an amount has at most 2 decimals; a third one is rejected, never rounded. */
export function hasCents(amount: number): boolean {
  return toDecimal(toMinorUnits(amount)) === amount
}

/** A price in decimal USD, as in HTTP and events. */
export const Price = v.pipe(
  v.number('Must be a number'),
  v.minValue(MIN_PRICE, `Must be at least ${MIN_PRICE}`),
  v.maxValue(MAX_PRICE, `Must be at most ${MAX_PRICE.toLocaleString('en-US')}`),
  v.check(hasCents, 'Must have at most 2 decimal places'),
)

/** Any amount in decimal USD: totals, shipping, refunds. */
export const Amount = v.pipe(v.number(), v.minValue(0), v.check(hasCents))

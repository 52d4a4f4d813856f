import * as v from 'valibot'
import { MAX_PRICE, MIN_PRICE } from './pricing.ts'

/** Minor units (cents) of a decimal USD amount; the amount is expected to have at most 2 decimals. */
export function toMinorUnits(amount: number): number {
  return Math.round(amount * 100)
}

/** Decimal USD amount of an integer number of minor units (cents). */
export function toDecimal(minorUnits: number): number {
  return minorUnits / 100
}

/** Whether a decimal amount has at most 2 decimals: a third one is refused, never rounded. */
export function hasCents(amount: number): boolean {
  return toDecimal(toMinorUnits(amount)) === amount
}

/** A price as HTTP and events carry it: decimal USD from 0.01 to 999,999.99. */
export const Price = v.pipe(
  v.number('Must be a number'),
  v.minValue(MIN_PRICE, `Must be at least ${MIN_PRICE}`),
  v.maxValue(MAX_PRICE, `Must be at most ${MAX_PRICE.toLocaleString('en-US')}`),
  v.check(hasCents, 'Must have at most 2 decimals'),
)

/** A decimal USD amount of any size: totals, shipping, refunds. */
export const Amount = v.pipe(v.number(), v.minValue(0), v.check(hasCents))

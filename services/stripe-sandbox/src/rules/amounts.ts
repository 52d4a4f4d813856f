import { invalidRequest } from './api-error.ts'

/** The smallest charge in minor units of each currency that the sandbox knows. */
const MINIMUM: Record<string, number> = { usd: 50, eur: 50, gbp: 30, cad: 50, aud: 50, chf: 50 }
const MAXIMUM = 99_999_999

/** Throws unless the amount of minor units can be charged in the currency. */
export function requireChargeable(amount: number, currency: string): void {
  const minimum = MINIMUM[currency]
  if (minimum === undefined)
    throw invalidRequest(
      `Invalid currency: ${currency}. Stripe currently supports these currencies: ${Object.keys(MINIMUM).join(', ')}`,
      { param: 'currency' },
    )
  requireAtLeastOne(amount, 'amount')
  if (amount < minimum)
    throw invalidRequest(`Amount must be at least ${toText(minimum, currency)}`, {
      code: 'amount_too_small',
      param: 'amount',
    })
  if (amount > MAXIMUM)
    throw invalidRequest(`Amount must be no more than ${toText(MAXIMUM, currency)}`, {
      code: 'amount_too_large',
      param: 'amount',
    })
}

/** Throws unless the amount is positive. */
export function requireAtLeastOne(amount: number, param: string): void {
  if (amount < 1)
    throw invalidRequest('This value must be greater than or equal to 1.', {
      code: 'parameter_invalid_integer',
      param,
    })
}

/** An amount of minor units for people. */
export function toText(amount: number, currency: string): string {
  return new Intl.NumberFormat('en-US', { style: 'currency', currency }).format(amount / 100)
}

import { ShopError } from '@shop/shared/contracts'

/** How many failures an account bears in an hour, from wherever they come. */
export const FAILURES_PER_HOUR = 100

/** How many guests there may be for each account that an address may make: many shoppers share one. */
export const GUESTS_PER_SIGN_UP = 10

/** The answer to one who must wait: the same whether or not anybody has the account. */
export function tooManyTries(until: Date, now: Date): ShopError {
  const seconds = Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 1000))
  const headers = { 'retry-after': String(seconds) }
  return new ShopError('too-many-requests', `Too many tries: wait ${seconds} s`, { headers })
}

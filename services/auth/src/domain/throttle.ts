import { tooManyRequests, type ShopError } from '@shop/shared/contracts'

/** How many failures an account bears in an hour, from wherever they come. */
export const FAILURES_PER_HOUR = 100

/** How many failures an address may have in ten minutes, for whatever accounts: many people share one. */
export const FAILURES_PER_ADDRESS = 30
export const ADDRESS_WINDOW_MS = 600_000

/** How many wrong passwords one session may give in an hour when it changes its own. */
export const FAILURES_PER_SESSION = 10

/** How many guests there may be for each account that an address may make: many shoppers share one. */
export const GUESTS_PER_SIGN_UP = 10

/** The answer to one who must wait: the same whether or not anybody has the account. */
export function tooManyTries(until: Date, now: Date): ShopError {
  const seconds = Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 1000))
  return tooManyRequests(seconds, 'Too many tries')
}

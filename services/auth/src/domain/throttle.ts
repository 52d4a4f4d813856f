import { tooManyRequests, type ShopError } from '@shop/shared/contracts'

/** Failures per account and hour, from all addresses together. */
export const FAILURES_PER_HOUR = 100

/** Failures per address and ten minutes, for all accounts together: many people share an address. */
export const FAILURES_PER_ADDRESS = 30
export const ADDRESS_WINDOW_MS = 600_000

/** Wrong passwords per session and hour when changing one's own. */
export const FAILURES_PER_SESSION = 10

/** Guests per allowed sign-up of an address: many shoppers share one. */
export const GUESTS_PER_SIGN_UP = 10

/** Forgotten passwords per client address and hour. */
export const FORGOTTEN_PER_ADDRESS = 20

/** Mails of a kind per recipient and hour. */
export const MAILS_PER_HOUR = 3

/** The same whether or not the account exists. */
export function tooManyAttempts(until: Date, now: Date): ShopError {
  const seconds = Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 1000))
  return tooManyRequests(seconds, 'Too many attempts')
}

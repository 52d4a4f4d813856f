import { ShopError, invalid, type Role } from '@shop/shared/contracts'

export const MAX_GUEST_IDS = 20

/** Older tokens are reissued by `currentuser`. */
const REISSUE_AFTER_S = 15 * 60

/** Whether a token should be reissued; both times in seconds since the epoch. */
export function isStale(issuedAt: number, now: number): boolean {
  return now - issuedAt > REISSUE_AFTER_S
}

/** The id of a guest, whose cart and orders the user takes over. */
export function guestIdOf(session: { sub: string; role: Role } | null): string | undefined {
  return session?.role === 'guest' ? session.sub : undefined
}

/** The same for an unknown address and a wrong password. */
export function badCredentials(): ShopError {
  return invalid('Wrong email address or password')
}

export function noSuchUser(): ShopError {
  return new ShopError('unauthenticated', 'Sign in first')
}

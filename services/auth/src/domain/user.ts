import { ShopError, invalid, type Role } from '@shop/shared/contracts'

/** How many former guest sessions a user keeps. */
export const MAX_GUEST_IDS = 20

/** A token older than this is issued anew when its bearer asks who they are. */
const REISSUE_AFTER_S = 15 * 60

/** Whether a token should be issued anew; both times in seconds since the epoch. */
export function isStale(issuedAt: number, now: number): boolean {
  return now - issuedAt > REISSUE_AFTER_S
}

/** The id of a guest, whose cart and orders the new or returning user takes along. */
export function guestIdOf(session: { sub: string; role: Role } | null): string | undefined {
  return session?.role === 'guest' ? session.sub : undefined
}

/** One answer for an unknown address and a wrong password: neither is told from the other. */
export function badCredentials(): ShopError {
  return invalid('Wrong e-mail address or password')
}

/** The answer to a session whose user is not there. */
export function noSuchUser(): ShopError {
  return new ShopError('unauthenticated', 'Sign in first')
}

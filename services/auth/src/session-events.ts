import { TOKEN_LIFE_S } from '@shop/shared/auth'
import { event } from '@shop/shared/outbox'

const SPARE_S = 60

/** The event that ends one session of a user or, without a `sid`, all that began before a moment. */
export function revocation(userId: string, before: number, sid?: string) {
  // A replica that has not heard of it yet may still issue a token anew: it must not outlive the refusal.
  const exp = Math.ceil(before) + TOKEN_LIFE_S + SPARE_S
  return event('session:revoked', { userId, before, exp, ...(sid !== undefined && { sid }) })
}

import { TOKEN_LIFE_S } from '@shop/shared/auth'
import { event } from '@shop/shared/outbox'

const MARGIN_S = 60

/** Revokes one session of a user or, without a `sid`, all that began before a moment. */
export function sessionRevoked(userId: string, before: number, sid?: string) {
  // A replica that has not received it yet may still reissue a token: the revocation must outlive that token.
  const exp = Math.ceil(before) + TOKEN_LIFE_S + MARGIN_S
  return event('session:revoked', { userId, before, exp, ...(sid !== undefined && { sid }) })
}

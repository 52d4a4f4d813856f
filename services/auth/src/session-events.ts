import { TOKEN_LIFE_S } from '@shop/shared/auth'
import type { PayloadOf } from '@shop/shared/contracts'
import { event, type OutboxEntry } from '@shop/shared/outbox'

const MARGIN_S = 60

interface SessionEvent {
  subject: 'session:revoked'
  data: PayloadOf<'session:revoked'>
}

/** Revokes one session of a user or, without a `sid`, all that began before a moment. */
export function sessionRevoked(userId: string, before: number, sid?: string): SessionEvent {
  // A replica that has not received it yet may still reissue a token: the revocation must outlive that token.
  const exp = Math.ceil(before) + TOKEN_LIFE_S + MARGIN_S
  const data = { userId, before, exp, ...(sid !== undefined && { sid }) }
  return { subject: 'session:revoked', data }
}

export function toOutbox({ subject, data }: SessionEvent): OutboxEntry {
  return event(subject, data)
}

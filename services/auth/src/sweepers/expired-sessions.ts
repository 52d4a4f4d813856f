import type { Sweeper } from '@shop/shared/service'
import type { SessionRepository } from '../session-repository.ts'

/** Removes sessions without a valid token; a TTL index would remove pending events along with them. */
export function expiredSessions(sessions: SessionRepository): Sweeper {
  return { name: 'expired-sessions', run: () => sessions.removeExpired() }
}

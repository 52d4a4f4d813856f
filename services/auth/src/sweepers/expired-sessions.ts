import type { Sweeper } from '@shop/shared/service'
import type { SessionRepository } from '../session-repository.ts'

/** Removes the sessions that no token speaks of any more; a TTL index would take untold events along. */
export function expiredSessions(sessions: SessionRepository): Sweeper {
  return { name: 'expired-sessions', run: () => sessions.forgetExpired() }
}

import type { PayloadOf, Session } from '../contracts/index.ts'

type Revoked = PayloadOf<'session:revoked'>
type Bearer = Pick<Session, 'sid' | 'sub' | 'auth_time'>

const CLOCK_SKEW_S = 60

/** Sessions ended before their tokens expired, in memory: single ones by id, or all of a user. */
export function createRevocations() {
  const bySession = new Map<string, { exp: number }>()
  const byUser = new Map<string, { exp: number; before: number }>()

  return {
    /** Ignores revocations from the future, which would end later sessions too. */
    add(this: void, { sid, userId, before, exp }: Revoked): void {
      if (before > Date.now() / 1000 + CLOCK_SKEW_S) return
      forgetExpired(bySession)
      forgetExpired(byUser)
      if (sid !== undefined) bySession.set(sid, { exp })
      else if (before > (byUser.get(userId)?.before ?? 0)) {
        // Reinserted at the end, so that entries stay in the order in which they expire.
        byUser.delete(userId)
        byUser.set(userId, { exp, before })
      }
    },

    /** A session that began at the moment of the revocation is a later one. */
    isRevoked(this: void, { sid, sub, auth_time }: Bearer): boolean {
      return bySession.has(sid) || auth_time < (byUser.get(sub)?.before ?? 0)
    },
  }
}

function forgetExpired(entries: Map<string, { exp: number }>): void {
  const now = Date.now() / 1000
  for (const [id, { exp }] of entries) {
    if (exp > now) return
    entries.delete(id)
  }
}

import { createCache } from '@shop/shared/async'
import type { Session } from '@shop/shared/contracts'
import { createHandlers } from '@shop/shared/http'
import type { Deps } from '../deps.ts'
import { isStale } from '../domain/user.ts'
import { reissue } from './start-session.ts'

/** Every page asks for the current user: an unverified one is read from the database every two seconds. */
const VERIFIED = { ttlMs: 2000, max: 1000 }

/** `GET /api/users/currentuser`: also reissues an old token, and one of a user whose address is verified by now. */
export function currentUser({ users, sessions, cookie }: Deps) {
  const verified = createCache<boolean>(VERIFIED)

  /** Read from the database: a broker that lost its store has lost the revocations too. */
  async function hasEnded({ sid, sub, auth_time }: Session): Promise<boolean> {
    const user = await users.find(sub)
    return auth_time < (user?.endedBefore ?? 0) || (await sessions.isRevoked(sid))
  }

  function isVerified({ sub, role, verified: isKnown }: Session): boolean | Promise<boolean> {
    if (isKnown || role === 'guest') return isKnown ?? false
    return verified.get(sub, async () => (await users.find(sub))?.verified ?? false)
  }

  return createHandlers(async (c) => {
    const session = c.get('session')
    if (session === null) return c.json({ currentUser: null })
    const current = { ...session, ...((await isVerified(session)) && { verified: true }) }
    if (isStale(session.iat, Date.now() / 1000) || current.verified !== session.verified) {
      if (await hasEnded(session)) {
        cookie.clear(c)
        return c.json({ currentUser: null })
      }
      await reissue(c, cookie, current)
    }
    return c.json({ currentUser: toResponse(current) })
  })
}

function toResponse({ sub: id, email, name, role, verified = false }: Session) {
  return {
    id,
    ...(email && { email }),
    ...(name && { name }),
    role,
    ...(role !== 'guest' && { verified }),
  }
}

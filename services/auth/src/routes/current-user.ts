import type { Session } from '@shop/shared/contracts'
import { createHandlers } from '@shop/shared/http'
import type { Deps } from '../deps.ts'
import { isStale } from '../domain/user.ts'
import { reissue } from './start-session.ts'

/** `GET /api/users/currentuser`: also reissues an old token. */
export function currentUser({ users, sessions, cookie }: Deps) {
  /** Read from the database: a broker that lost its store has lost the revocations too. */
  async function hasEnded({ sid, sub, auth_time }: Session): Promise<boolean> {
    const user = await users.find(sub)
    return auth_time < (user?.endedBefore ?? 0) || (await sessions.isRevoked(sid))
  }

  return createHandlers(async (c) => {
    const session = c.get('session')
    if (session === null) return c.json({ currentUser: null })
    if (isStale(session.iat, Date.now() / 1000)) {
      if (await hasEnded(session)) {
        cookie.clear(c)
        return c.json({ currentUser: null })
      }
      await reissue(c, cookie, session)
    }
    const { sub: id, email, name, role } = session
    return c.json({ currentUser: { id, ...(email && { email }), ...(name && { name }), role } })
  })
}

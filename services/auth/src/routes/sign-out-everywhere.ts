import { requireUser, sessionOf } from '@shop/shared/auth'
import { createHandlers, limitBody } from '@shop/shared/http'
import type { Deps } from '../deps.ts'
import { noSuchUser } from '../domain/user.ts'
import { reissue } from './start-session.ts'

/** `POST /api/users/signout-everywhere`: revokes all sessions and starts a new one. */
export function signOutEverywhere({ users, sessions, cookie }: Deps) {
  return createHandlers(requireUser, limitBody(), async (c) => {
    const session = sessionOf(c)
    const startedAt = Date.now() / 1000
    const user = await users.endSessions(session.sub, startedAt)
    if (user === null) throw noSuchUser()
    const sid = await sessions.insert(session.sub)
    await reissue(c, cookie, session, { sid, auth_time: startedAt })
    return c.json({})
  })
}

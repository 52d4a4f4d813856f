import { requireUser, sessionOf } from '@shop/shared/auth'
import { createHandlers, limitBody } from '@shop/shared/http'
import type { Deps } from '../deps.ts'
import { reissue } from './start-session.ts'

/** `POST /api/users/signout-everywhere`: the caller goes on in a new session. */
export function signOutEverywhere({ sessions, cookie }: Deps) {
  return createHandlers(requireUser, limitBody(), async (c) => {
    const session = sessionOf(c)
    const began = Date.now() / 1000
    await sessions.revokeAll(session, began)
    const sid = await sessions.insert(session.sub)
    await reissue(c, cookie, session, { sid, auth_time: began })
    return c.json({})
  })
}

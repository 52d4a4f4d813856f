import { createHandlers, limitBody } from '@shop/shared/http'
import type { Deps } from '../deps.ts'

/** `POST /api/users/signout` */
export function signOut({ sessions, cookie }: Deps) {
  return createHandlers(limitBody(), async (c) => {
    const session = c.get('session')
    if (session !== null) await sessions.revoke(session)
    cookie.clear(c)
    return c.json({})
  })
}

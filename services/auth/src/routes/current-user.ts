import { createHandlers } from '@shop/shared/http'
import type { Deps } from '../deps.ts'
import { isStale } from '../domain/user.ts'
import { reissue } from './start-session.ts'

/** `GET /api/users/currentuser`: also keeps a session alive that is in use. */
export function currentUser({ cookie }: Deps) {
  return createHandlers(async (c) => {
    const session = c.get('session')
    if (session === null) return c.json({ currentUser: null })
    if (isStale(session.iat, Date.now() / 1000)) await reissue(c, cookie, session)
    const { sub: id, email, name, role } = session
    return c.json({ currentUser: { id, ...(email && { email }), ...(name && { name }), role } })
  })
}

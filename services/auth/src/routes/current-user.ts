import { createHandlers } from '@shop/shared/http'
import type { Deps } from '../deps.ts'
import { isStale } from '../domain/user.ts'

/** `GET /api/users/currentuser`: also keeps a session alive that is in use. */
export function currentUser({ cookie }: Deps) {
  return createHandlers(async (c) => {
    const session = c.get('session')
    if (session === null) return c.json({ currentUser: null })
    const { sub: id, email, name, role, iat, exp: _, ...rest } = session
    if (isStale(iat, Date.now() / 1000))
      await cookie.start(c, {
        ...rest,
        sub: id,
        role,
        ...(email && { email }),
        ...(name && { name }),
      })
    return c.json({ currentUser: { id, ...(email && { email }), ...(name && { name }), role } })
  })
}

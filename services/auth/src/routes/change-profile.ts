import { requireUser, sessionOf } from '@shop/shared/auth'
import { ProfileBody } from '@shop/shared/contracts'
import { createHandlers, limitBody, validJson } from '@shop/shared/http'
import type { Deps } from '../deps.ts'
import { noSuchUser } from '../domain/user.ts'
import { reissue } from './start-session.ts'

/** `PUT /api/users/profile`: also reissues the token with the new name. */
export function changeProfile({ users, cookie }: Deps) {
  return createHandlers(requireUser, limitBody(), validJson(ProfileBody), async (c) => {
    const { name } = c.req.valid('json')
    const session = sessionOf(c)
    const user = await users.rename(session.sub, name)
    if (user === null) throw noSuchUser()
    await reissue(c, cookie, session, { name })
    return c.json({ id: session.sub, email: user.email, name })
  })
}

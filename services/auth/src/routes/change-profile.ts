import { requireUser, sessionOf } from '@shop/shared/auth'
import { ProfileBody } from '@shop/shared/contracts'
import { createHandlers, limitBody, validJson } from '@shop/shared/http'
import type { Deps } from '../deps.ts'
import { noSuchUser } from '../domain/user.ts'
import { profileResponse } from '../profile-response.ts'
import { reissue } from './start-session.ts'

/** `PUT /api/users/profile`: also reissues the token with the new name. */
export function changeProfile({ users, cookie }: Deps) {
  return createHandlers(requireUser, limitBody(), validJson(ProfileBody), async (c) => {
    const profile = c.req.valid('json')
    const session = sessionOf(c)
    const user = await users.changeProfile(session.sub, profile)
    if (user === null) throw noSuchUser()
    if (profile.name !== undefined) await reissue(c, cookie, session, { name: profile.name })
    return c.json(profileResponse(user))
  })
}

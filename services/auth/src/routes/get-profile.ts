import { requireUser, sessionOf } from '@shop/shared/auth'
import { createHandlers } from '@shop/shared/http'
import type { Deps } from '../deps.ts'
import { noSuchUser } from '../domain/user.ts'
import { profileResponse } from '../profile-response.ts'

/** `GET /api/users/profile` */
export function getProfile({ users }: Deps) {
  return createHandlers(requireUser, async (c) => {
    const user = await users.find(sessionOf(c).sub)
    if (user === null) throw noSuchUser()
    return c.json(profileResponse(user))
  })
}

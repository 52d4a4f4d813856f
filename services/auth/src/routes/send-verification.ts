import { requireUser, sessionOf } from '@shop/shared/auth'
import { createHandlers, limitBody } from '@shop/shared/http'
import type { Deps } from '../deps.ts'
import { tooManyAttempts } from '../domain/throttle.ts'
import { noSuchUser } from '../domain/user.ts'

/** `POST /api/users/email/verify/send`: sends nothing to a verified address. */
export function sendVerification({ users, links, throttle }: Deps) {
  return createHandlers(requireUser, limitBody(), async (c) => {
    const user = await users.find(sessionOf(c).sub)
    if (user === null) throw noSuchUser()
    if (user.verified === true) return c.json({}, 202)
    const until = await throttle.mail('verify', user.email)
    if (until !== null) throw tooManyAttempts(until, new Date())
    await links.send('verify', user)
    return c.json({}, 202)
  })
}

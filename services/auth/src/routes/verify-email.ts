import { VerifyEmailBody } from '@shop/shared/contracts'
import { createHandlers, limitBody, validJson } from '@shop/shared/http'
import type { Deps } from '../deps.ts'
import { deadLink } from '../domain/mailed-link.ts'
import { reissue } from './start-session.ts'

/** `POST /api/users/email/verify`: works without a session; the user's own gets a new token. */
export function verifyEmail({ links, cookie }: Deps) {
  return createHandlers(limitBody(), validJson(VerifyEmailBody), async (c) => {
    const { token } = c.req.valid('json')
    const user = await links.ownerOf('verify', token)
    if (user === null) throw deadLink()
    if ((await links.verify(user)) === null) throw deadLink()
    const session = c.get('session')
    if (session?.sub === user._id.toString()) await reissue(c, cookie, session, { verified: true })
    return c.json({})
  })
}

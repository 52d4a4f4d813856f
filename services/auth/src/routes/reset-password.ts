import { ResetPasswordBody } from '@shop/shared/contracts'
import { clientAddress, createHandlers, limitBody, validJson } from '@shop/shared/http'
import type { Deps } from '../deps.ts'
import { refuseBlocked } from '../domain/blocking.ts'
import { deadLink } from '../domain/mailed-link.ts'
import { joinGuest, startSession } from './start-session.ts'

/** `POST /api/users/password/reset`: also verifies the address, and replaces all sessions by a new one. */
export function resetPassword(deps: Deps) {
  const { links, hasher, passwords, throttle } = deps
  return createHandlers(limitBody(), validJson(ResetPasswordBody), async (c) => {
    const { token, password } = c.req.valid('json')
    const user = await links.ownerOf('reset', token)
    if (user === null) throw deadLink()
    refuseBlocked(user)
    const address = clientAddress(c)
    const hash = await hasher.hash({ address, isKnown: true }, password)
    const startedAt = Date.now() / 1000
    const changed = await passwords.reset(user, { hash, before: startedAt })
    if (changed === null) throw deadLink()
    await throttle.proven(address, user.email)
    return startSession(c, deps, await joinGuest(c, deps, changed), { status: 200, startedAt })
  })
}

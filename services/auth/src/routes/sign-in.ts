import { SignInBody } from '@shop/shared/contracts'
import { clientAddress, createHandlers, limitBody, validJson } from '@shop/shared/http'
import type { Deps } from '../deps.ts'
import { refuseBlocked } from '../domain/blocking.ts'
import { badCredentials } from '../domain/user.ts'
import { joinGuest, startSession } from './start-session.ts'

/** `POST /api/users/signin`: the user takes over the guest's cart and orders. */
export function signIn(deps: Deps) {
  const { users, hasher, throttle } = deps
  return createHandlers(limitBody(), validJson(SignInBody), async (c) => {
    const { email, password } = c.req.valid('json')
    // Taken before the user is read, so that a revocation during the password check covers this session.
    const startedAt = Date.now() / 1000
    const user = await users.findByEmail(email)
    const address = clientAddress(c)
    const isRight = await throttle.signIn(address, email, (isKnown) =>
      hasher.verify({ address, isKnown }, password, user?.password),
    )
    if (user === null || !isRight) throw badCredentials()
    refuseBlocked(user)
    return startSession(c, deps, await joinGuest(c, deps, user), { status: 200, startedAt })
  })
}

import { SignUpBody, invalid } from '@shop/shared/contracts'
import { clientAddress, createHandlers, limitBody, validJson } from '@shop/shared/http'
import type { Deps } from '../deps.ts'
import { guestIdOf } from '../domain/user.ts'
import { startSession } from './start-session.ts'

/** `POST /api/users/signup`: a guest becomes the user and keeps the id. */
export function signUp(deps: Deps) {
  const { users, hasher, throttle } = deps
  return createHandlers(limitBody(), validJson(SignUpBody), async (c) => {
    const { email, password } = c.req.valid('json')
    const startedAt = Date.now() / 1000
    const address = clientAddress(c)
    const user = await throttle.signUp(address, email, async () => {
      const isTaken = (await users.findByEmail(email)) !== null
      const guestId = guestIdOf(c.get('session'))
      if (isTaken) return null
      const hash = await hasher.hash({ address, isKnown: false }, password)
      return users.insert(email, hash, guestId)
    })
    if (user === null) throw invalid('This email address is in use', 'email')
    return startSession(c, deps, user, { status: 201, startedAt })
  })
}

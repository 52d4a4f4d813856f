import { SignUpBody, invalid } from '@shop/shared/contracts'
import { createHandlers, limitBody, validJson } from '@shop/shared/http'
import type { Deps } from '../deps.ts'
import { guestIdOf } from '../domain/user.ts'
import { startSession } from './start-session.ts'

/** `POST /api/users/signup`: a guest becomes the user and keeps the id. */
export function signUp(deps: Deps) {
  const { users, passwords } = deps
  return createHandlers(limitBody(), validJson(SignUpBody), async (c) => {
    const { email, password } = c.req.valid('json')
    const isTaken = (await users.findByEmail(email)) !== null
    const user = isTaken
      ? null
      : await users.insert(email, await passwords.hash(password), guestIdOf(c.get('session')))
    if (user === null) throw invalid('This e-mail address is in use', 'email')
    return startSession(c, deps, user, 201)
  })
}

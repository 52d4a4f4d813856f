import { requireUser, sessionOf } from '@shop/shared/auth'
import { ChangePasswordBody, invalid } from '@shop/shared/contracts'
import { createHandlers, limitBody, validJson } from '@shop/shared/http'
import { clientIp } from '../client-ip.ts'
import type { Deps } from '../deps.ts'
import { noSuchUser } from '../domain/user.ts'
import type { UserDocument } from '../user-repository.ts'
import { startSession } from './start-session.ts'

/** `PUT /api/users/password`: ends all sessions of the user, and the caller goes on in a new one. */
export function changePassword(deps: Deps) {
  const { users, passwords, throttle } = deps
  return createHandlers(requireUser, limitBody(), validJson(ChangePasswordBody), async (c) => {
    const { current, next } = c.req.valid('json')
    const user = await users.find(sessionOf(c).sub)
    if (user === null) throw noSuchUser()
    const check = () => passwords.verify(current, user.password)
    const isRight = await throttle.signIn(clientIp(c), user.email, check)
    const changed = isRight ? await change(user, next) : null
    if (changed === null) throw invalid('Wrong password', 'current')
    return startSession(c, deps, changed.user, { status: 200, began: changed.at })
  })

  /** Null when it was changed meanwhile. */
  async function change(before: UserDocument, next: string) {
    const hash = await passwords.hash(next)
    const at = Date.now() / 1000
    const user = await users.changePassword(before, hash, at)
    return user && { user, at }
  }
}

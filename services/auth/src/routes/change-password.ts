import { requireUser, sessionOf } from '@shop/shared/auth'
import { ChangePasswordBody, invalid } from '@shop/shared/contracts'
import { clientAddress, createHandlers, limitBody, validJson } from '@shop/shared/http'
import type { Deps } from '../deps.ts'
import { noSuchUser } from '../domain/user.ts'
import type { UserDocument } from '../user-document.ts'
import { startSession } from './start-session.ts'

/** `PUT /api/users/password`: revokes all sessions of the user and starts a new one. */
export function changePassword(deps: Deps) {
  const { users, hasher, passwords, throttle } = deps

  async function change(user: UserDocument, hash: string) {
    const before = Date.now() / 1000
    const changed = await passwords.change(user, { hash, before })
    return changed && { user: changed, startedAt: before }
  }

  return createHandlers(requireUser, limitBody(), validJson(ChangePasswordBody), async (c) => {
    const { current, next } = c.req.valid('json')
    const { sub, sid } = sessionOf(c)
    const user = await users.find(sub)
    if (user === null) throw noSuchUser()
    const client = { address: clientAddress(c), isKnown: true }
    const isRight = await throttle.ownPassword(sid, () =>
      hasher.verify(client, current, user.password),
    )
    const changed = isRight ? await change(user, await hasher.hash(client, next)) : null
    if (changed === null) throw invalid('Wrong password', 'current')
    return startSession(c, deps, changed.user, { status: 200, startedAt: changed.startedAt })
  })
}

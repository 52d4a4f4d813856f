import type { Bearer } from '@shop/shared/auth'
import type { Session } from '@shop/shared/contracts'
import type { AppEnv } from '@shop/shared/http'
import type { Context } from 'hono'
import type { Deps } from '../deps.ts'
import { guestIdOf } from '../domain/user.ts'
import type { SessionCookie } from '../issue-tokens.ts'
import type { UserDocument } from '../user-document.ts'

interface Start<S extends 200 | 201> {
  status: S
  /** Seconds since the epoch; a later revocation covers the session. */
  startedAt: number
}

/** Starts a session and responds with the user; revokes the guest session, if any. */
export async function startSession<S extends 200 | 201>(
  c: Context<AppEnv>,
  { sessions, cookie }: Deps,
  { _id, email, role, name, guestIds, verified }: UserDocument,
  { status, startedAt }: Start<S>,
) {
  const id = _id.toString()
  const previous = c.get('session')
  if (previous?.role === 'guest') await sessions.revoke(previous)
  const sid = await sessions.insert(id)
  const bearer = {
    sub: id,
    sid,
    role,
    email,
    guestIds,
    auth_time: startedAt,
    ...(name && { name }),
    ...(verified && { verified }),
  }
  await cookie.start(c, bearer)
  return c.json({ id, email }, status)
}

/** The user, who takes over the cart and the orders of the guest that the request came from, if any. */
export async function joinGuest(
  c: Context<AppEnv>,
  { users }: Deps,
  user: UserDocument,
): Promise<UserDocument> {
  const guestId = guestIdOf(c.get('session'))
  if (guestId === undefined) return user
  return (await users.addGuestId(user._id, guestId)) ?? user
}

/** Reissues the token of a session, with changes. */
export function reissue(
  c: Context<AppEnv>,
  cookie: SessionCookie,
  session: Session,
  changes: Partial<Bearer> = {},
): Promise<void> {
  return cookie.start(c, { ...session, ...changes })
}

import type { Context } from 'hono'
import type { Deps } from '../deps.ts'
import type { UserDocument } from '../user-repository.ts'

interface Start<S extends 200 | 201> {
  status: S
  /** Seconds since the epoch: what is revoked later ends the session. */
  began: number
}

/** Begins a session of the user and answers who they are. */
export async function startSession<S extends 200 | 201>(
  c: Context,
  { sessions, cookie }: Deps,
  { _id, email, role, name, guestIds }: UserDocument,
  { status, began }: Start<S>,
) {
  const id = _id.toString()
  const sid = await sessions.insert(id)
  const bearer = { sub: id, sid, role, email, guestIds, auth_time: began, ...(name && { name }) }
  await cookie.start(c, bearer)
  return c.json({ id, email }, status)
}

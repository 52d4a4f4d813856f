import type { Context } from 'hono'
import type { Deps } from '../deps.ts'
import type { UserDocument } from '../user-repository.ts'

/** Begins a session of the user and answers who they are. */
export async function startSession<S extends 200 | 201>(
  c: Context,
  { sessions, cookie }: Deps,
  { _id, email, role, name, guestIds }: UserDocument,
  status: S,
) {
  const id = _id.toString()
  const sid = await sessions.insert(id)
  await cookie.start(c, { sub: id, sid, role, email, guestIds, ...(name && { name }) })
  return c.json({ id, email }, status)
}

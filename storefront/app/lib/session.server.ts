import { redirect } from '@remix-run/server-runtime'
import { currentUser } from '../api/auth.server.ts'
import type { Api } from '../api/client.server.ts'

/** The user who is signed in; anyone else is sent to sign in and comes back then. */
export async function requireUser(api: Api, request: Request) {
  const user = await currentUser(api)
  if (user !== null && user.role !== 'guest') return user
  const { pathname, search } = new URL(request.url)
  // After a form was sent there is no page to come back to but the one that held it.
  throw redirect(`/auth/signin?next=${encodeURIComponent(pathname + search)}`)
}

/** Anyone with a session, a guest too; others are sent to sign in. */
export async function requireSession(api: Api, request: Request) {
  return (await currentUser(api)) ?? requireUser(api, request)
}

import { currentUser } from './auth.server.ts'
import type { Api } from './client.server.ts'
import { hadSession, signInFirst } from './sign-in-first.server.ts'

/** The signed-in user; others are redirected to sign-in and back. */
export async function requireUser(api: Api, request: Request) {
  const user = await currentUser(api)
  if (user !== null && user.role !== 'guest') return user
  // A guest who sends a user's form was signed in when the page was opened.
  throw signInFirst(request, user === null ? hadSession(request) : request.method !== 'GET')
}

/** Staff; for everybody else there is no such page. */
export async function requireStaff(api: Api) {
  const user = await currentUser(api)
  if (user?.role === 'admin') return user
  throw new Response(null, { status: 404, statusText: 'Not Found' })
}

/** A user or a guest; others are redirected to sign-in and back. */
export async function requireSession(api: Api, request: Request) {
  return (await currentUser(api)) ?? requireUser(api, request)
}

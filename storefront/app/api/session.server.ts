import { currentUser } from './auth.server.ts'
import type { Api } from './client.server.ts'
import { hadSession, signInFirst } from './sign-in-first.server.ts'

/** The user who is signed in; anyone else is sent to sign in and comes back then. */
export async function requireUser(api: Api, request: Request) {
  const user = await currentUser(api)
  if (user !== null && user.role !== 'guest') return user
  // A guest who sends a user's form was that user when the page was opened.
  throw signInFirst(request, user === null ? hadSession(request) : request.method !== 'GET')
}

/** Anyone with a session, a guest too; others are sent to sign in. */
export async function requireSession(api: Api, request: Request) {
  return (await currentUser(api)) ?? requireUser(api, request)
}

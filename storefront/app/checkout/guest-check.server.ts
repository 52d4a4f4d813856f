import { currentUser } from '../api/auth.server.ts'
import type { Api } from '../api/client.server.ts'
import { signInFirst } from '../api/sign-in-first.server.ts'

/** Whether a form was sent by a guest; a guest who sends a user's form was signed out since. */
export async function isFromGuest(api: Api, request: Request, form: FormData): Promise<boolean> {
  const user = await currentUser(api)
  const isGuest = user === null || user.role === 'guest'
  if (isGuest && !form.has('email')) throw signInFirst(request, true)
  return isGuest
}

import type { AppEnv } from '@shop/shared/http'
import { Hono } from 'hono'
import type { Deps } from './deps.ts'
import { currentUser } from './routes/current-user.ts'
import { signIn } from './routes/sign-in.ts'
import { signOut } from './routes/sign-out.ts'
import { signUp } from './routes/sign-up.ts'

/** The route table of the auth service. */
export function createAuthApp(deps: Deps) {
  return new Hono<AppEnv>()
    .basePath('/api/users')
    .post('/signup', ...signUp(deps))
    .post('/signin', ...signIn(deps))
    .post('/signout', ...signOut(deps))
    .get('/currentuser', ...currentUser(deps))
}

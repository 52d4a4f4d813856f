import type { AppEnv } from '@shop/shared/http'
import { Hono } from 'hono'
import type { Deps } from './deps.ts'
import { actOnPerson } from './routes/act-on-person.ts'
import { beginGuest } from './routes/begin-guest.ts'
import { changePassword } from './routes/change-password.ts'
import { changeProfile } from './routes/change-profile.ts'
import { currentUser } from './routes/current-user.ts'
import { forgotPassword } from './routes/forgot-password.ts'
import { getProfile } from './routes/get-profile.ts'
import { getShop } from './routes/get-shop.ts'
import { listPeople } from './routes/list-people.ts'
import { resetPassword } from './routes/reset-password.ts'
import { sendVerification } from './routes/send-verification.ts'
import { signIn } from './routes/sign-in.ts'
import { signOutEverywhere } from './routes/sign-out-everywhere.ts'
import { signOut } from './routes/sign-out.ts'
import { signUp } from './routes/sign-up.ts'
import { verifyEmail } from './routes/verify-email.ts'

export function createAuthApp(deps: Deps) {
  return new Hono<AppEnv>()
    .basePath('/api/users')
    .post('/signup', ...signUp(deps))
    .post('/signin', ...signIn(deps))
    .post('/signout', ...signOut(deps))
    .post('/signout-everywhere', ...signOutEverywhere(deps))
    .post('/guest', ...beginGuest(deps))
    .get('/currentuser', ...currentUser(deps))
    .put('/password', ...changePassword(deps))
    .post('/password/forgot', ...forgotPassword(deps))
    .post('/password/reset', ...resetPassword(deps))
    .post('/email/verify', ...verifyEmail(deps))
    .post('/email/verify/send', ...sendVerification(deps))
    .get('/profile', ...getProfile(deps))
    .put('/profile', ...changeProfile(deps))
    .get('/', ...listPeople(deps))
    .post('/:userId/block', ...actOnPerson(deps, 'block'))
    .post('/:userId/unblock', ...actOnPerson(deps, 'unblock'))
    .get('/:userId/shop', ...getShop(deps))
}

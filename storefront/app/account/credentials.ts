import { Email, visibleText } from '@shop/shared/contracts'
import * as v from 'valibot'
import { isCommonPassword } from './common-passwords.ts'

const NO_EMAIL = 'Enter your email address'
const NO_PASSWORD = 'Enter your password'

const EmailField = v.pipe(v.string(NO_EMAIL), v.trim(), v.minLength(1, NO_EMAIL), Email)

const Known = v.pipe(v.string(NO_PASSWORD), v.minLength(1, NO_PASSWORD))

const New = v.pipe(
  v.string('Enter a new password'),
  v.minLength(8, 'Use at least 8 characters. A sentence works well.'),
  v.maxLength(128, 'Use at most 128 characters'),
  v.check(
    (password) => !isCommonPassword(password),
    'This password is easy to guess. Choose another.',
  ),
)

export const PASSWORD_HELP = 'At least 8 characters. A sentence works well.'

export const SignInForm = v.object({ email: EmailField, password: Known })

export const SignUpForm = v.object({ email: EmailField, password: New })

export const PasswordForm = v.object({ current: Known, next: New })

export const NameForm = v.object({ name: visibleText(60, 'Enter a name') })

import {
  Email,
  LinkCode,
  MAX_ABOUT,
  MAX_NAME,
  MAX_RETURN_ADDRESS,
  PASSWORD_LENGTH,
  multilineText,
  visibleText,
} from '@shop/shared/contracts'
import * as v from 'valibot'
import { isCommonPassword } from './common-passwords.ts'

const { min: MIN, max: MAX } = PASSWORD_LENGTH
const NO_EMAIL = 'Enter your email address'
const NO_PASSWORD = 'Enter your password'

const EmailField = v.pipe(v.string(NO_EMAIL), v.trim(), v.minLength(1, NO_EMAIL), Email)

const Known = v.pipe(v.string(NO_PASSWORD), v.minLength(1, NO_PASSWORD))

const New = v.pipe(
  v.string('Enter a new password'),
  v.minLength(MIN, `Use at least ${MIN} characters. A sentence works well.`),
  v.maxLength(MAX, `Use at most ${MAX} characters`),
  v.check(
    (password) => !isCommonPassword(password),
    'This password is easy to guess. Choose another.',
  ),
)

export const PASSWORD_HELP = `At least ${MIN} characters. A sentence works well.`

export const SignInForm = v.object({ email: EmailField, password: Known })

export const SignUpForm = v.object({ email: EmailField, password: New })

const NO_CODE = 'Enter the code from the email'

const Code = v.pipe(v.string(NO_CODE), v.trim(), v.minLength(1, NO_CODE), LinkCode)

export const ForgotForm = v.object({ email: EmailField })

export const ResetForm = v.object({ token: Code, password: New })

export const VerifyForm = v.object({ token: Code })

export const PasswordForm = v.object({ current: Known, next: New })

export const NameForm = v.object({
  name: visibleText(MAX_NAME, 'Enter a name'),
  about: v.optional(multilineText(MAX_ABOUT)),
  returnAddress: v.optional(multilineText(MAX_RETURN_ADDRESS)),
})

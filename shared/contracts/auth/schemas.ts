import * as v from 'valibot'
import { Email } from '../email.ts'
import { Id } from '../ids.ts'
import {
  MAX_ABOUT,
  MAX_LOW_STOCK,
  MAX_NAME,
  MAX_RETURN_ADDRESS,
  PASSWORD_LENGTH,
} from '../limits.ts'
import { multilineText, visibleText } from '../text.ts'

export const Role = v.picklist(['guest', 'user', 'admin'])
export type Role = v.InferOutput<typeof Role>

const NewPassword = v.pipe(
  v.string(),
  v.minLength(PASSWORD_LENGTH.min, `Must have at least ${PASSWORD_LENGTH.min} characters`),
  v.maxLength(PASSWORD_LENGTH.max, `Must have at most ${PASSWORD_LENGTH.max} characters`),
)

/** Any length is compared, so that the response reveals nothing about the password. */
const AnyPassword = v.pipe(v.string(), v.minLength(1), v.maxLength(PASSWORD_LENGTH.max))

/** Body of a sign-up. Passwords keep their spaces. */
export const SignUpBody = v.strictObject({ email: Email, password: NewPassword })

/** Body of a sign-in. */
export const SignInBody = v.strictObject({ email: Email, password: AnyPassword })

/** Body of a password change. */
export const ChangePasswordBody = v.strictObject({ current: AnyPassword, next: NewPassword })

/** The code of a mailed link: the token's id and its secret. */
export const LinkCode = v.pipe(
  v.string(),
  v.trim(),
  v.regex(/^[\da-f]{24}\.[\w-]{22}$/, 'Enter the whole code from the email'),
)

/** Body of a request for a link to reset a password. */
export const ForgotPasswordBody = v.strictObject({ email: Email })

/** Body of a password reset. */
export const ResetPasswordBody = v.strictObject({ token: LinkCode, password: NewPassword })

/** Body of an email verification. */
export const VerifyEmailBody = v.strictObject({ token: LinkCode })

const LowStock = v.pipe(
  v.number('Must be a number'),
  v.integer('Must be a whole number'),
  v.minValue(0, 'Must be at least 0'),
  v.maxValue(MAX_LOW_STOCK, `Must be at most ${MAX_LOW_STOCK}`),
)

/** Body of a profile change: what shoppers see of the user's shop, and where returns go. What is absent stays as it is. */
export const ProfileBody = v.strictObject({
  name: v.optional(visibleText(MAX_NAME)),
  about: v.optional(multilineText(MAX_ABOUT)),
  /** Only buyers whose return was accepted read it. */
  returnAddress: v.optional(multilineText(MAX_RETURN_ADDRESS)),
  /** At how many units the seller is reminded of a product. */
  lowStock: v.optional(LowStock),
})
export type ProfileBody = v.InferOutput<typeof ProfileBody>

export const UserResponse = v.strictObject({ id: Id, email: v.string() })

export const GuestResponse = v.strictObject({ id: Id, role: v.literal('guest') })

export const ProfileResponse = v.strictObject({
  id: Id,
  email: v.string(),
  name: v.optional(v.string()),
  about: v.optional(v.string()),
  returnAddress: v.optional(v.string()),
  lowStock: v.optional(v.number()),
})
export type ProfileResponse = v.InferOutput<typeof ProfileResponse>

export const CurrentUserResponse = v.strictObject({
  currentUser: v.nullable(
    v.strictObject({
      id: Id,
      email: v.optional(v.string()),
      name: v.optional(v.string()),
      role: Role,
      /** Absent for guests. */
      verified: v.optional(v.boolean()),
    }),
  ),
})

/** The verified claims of a session's token. */
export const SessionClaims = v.object({
  sub: Id,
  sid: v.pipe(v.string(), v.minLength(1)),
  role: Role,
  email: v.optional(v.string()),
  name: v.optional(v.string()),
  /** Absent until the email address is verified. */
  verified: v.optional(v.boolean()),
  guestIds: v.optional(v.array(Id), []),
  /**
   * Seconds since the epoch when the session began, with fractions: a session can be revoked and the next one
   * begin within one second. Renewed tokens keep it.
   */
  auth_time: v.number(),
  iat: v.number(),
  exp: v.number(),
})
export type Session = v.InferOutput<typeof SessionClaims>

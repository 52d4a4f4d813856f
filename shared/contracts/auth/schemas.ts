import * as v from 'valibot'
import { Email } from '../email.ts'
import { Id } from '../ids.ts'
import { MAX_NAME, PASSWORD_LENGTH } from '../limits.ts'
import { visibleText } from '../text.ts'

export const Role = v.picklist(['guest', 'user', 'admin'])
export type Role = v.InferOutput<typeof Role>

const NewPassword = v.pipe(
  v.string(),
  v.minLength(PASSWORD_LENGTH.min, `Must have at least ${PASSWORD_LENGTH.min} characters`),
  v.maxLength(PASSWORD_LENGTH.max, `Must have at most ${PASSWORD_LENGTH.max} characters`),
)

/** Whatever could be a password is compared, so that nothing is told of it. */
const AnyPassword = v.pipe(v.string(), v.minLength(1), v.maxLength(PASSWORD_LENGTH.max))

/** Body of sign-up: passwords keep their spaces. */
export const SignUpBody = v.strictObject({ email: Email, password: NewPassword })

/** Body of sign-in. */
export const SignInBody = v.strictObject({ email: Email, password: AnyPassword })

/** Body of a change of password. */
export const ChangePasswordBody = v.strictObject({ current: AnyPassword, next: NewPassword })

/** Body of the profile: the name that shoppers see on what its bearer sells. */
export const ProfileBody = v.strictObject({ name: visibleText(MAX_NAME) })

export const UserResponse = v.strictObject({ id: Id, email: v.string() })

export const GuestResponse = v.strictObject({ id: Id, role: v.literal('guest') })

export const ProfileResponse = v.strictObject({ id: Id, email: v.string(), name: v.string() })

export const CurrentUserResponse = v.strictObject({
  currentUser: v.nullable(
    v.strictObject({
      id: Id,
      email: v.optional(v.string()),
      name: v.optional(v.string()),
      role: Role,
    }),
  ),
})

/** What a session's token tells of its bearer, once verified. */
export const SessionClaims = v.object({
  sub: Id,
  sid: v.pipe(v.string(), v.minLength(1)),
  role: Role,
  email: v.optional(v.string()),
  name: v.optional(v.string()),
  guestIds: v.optional(v.array(Id), []),
  /**
   * Seconds since the epoch at which the session began, with fractions: within one second a session may be
   * revoked and the next one begin. Re-issued tokens keep it.
   */
  auth_time: v.number(),
  iat: v.number(),
  exp: v.number(),
})
export type Session = v.InferOutput<typeof SessionClaims>

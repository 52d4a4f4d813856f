import * as v from 'valibot'
import { Id } from './ids.ts'

export const Role = v.picklist(['guest', 'user', 'admin'])
export type Role = v.InferOutput<typeof Role>

/** An address to sign in with, as it is stored: trimmed, in small letters. */
export const Email = v.pipe(
  v.string(),
  v.trim(),
  v.toLowerCase(),
  v.maxLength(254, 'Must have at most 254 characters'),
  v.email('Must be an e-mail address'),
)

/** Body of sign-up: passwords keep their spaces. */
export const SignUpBody = v.strictObject({
  email: Email,
  password: v.pipe(
    v.string(),
    v.minLength(8, 'Must have at least 8 characters'),
    v.maxLength(128, 'Must have at most 128 characters'),
  ),
})

/** Body of sign-in: whatever could be a password is compared, so that nothing is told of it. */
export const SignInBody = v.strictObject({
  email: Email,
  password: v.pipe(v.string(), v.minLength(1), v.maxLength(128)),
})

export const UserReply = v.strictObject({ id: Id, email: v.string() })

export const CurrentUserReply = v.strictObject({
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

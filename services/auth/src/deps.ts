import type { GuestRepository } from './guest-repository.ts'
import type { SessionCookie } from './issue-tokens.ts'
import type { PasswordHasher } from './password-hasher.ts'
import type { SessionRepository } from './session-repository.ts'
import type { Throttle } from './throttle.ts'
import type { UserRepository } from './user-repository.ts'

export interface Deps {
  users: UserRepository
  sessions: SessionRepository
  guests: GuestRepository
  cookie: SessionCookie
  passwords: PasswordHasher
  throttle: Throttle
}

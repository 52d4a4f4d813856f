import type { CreateService } from '@shop/shared/service'
import { createAuthApp } from './app.ts'
import type { AuthConfig } from './config.ts'
import { GuestRepository } from './guest-repository.ts'
import { issueTokens } from './issue-tokens.ts'
import { createPasswordHasher } from './password-hasher.ts'
import { SessionRepository } from './session-repository.ts'
import { expiredSessions } from './sweepers/expired-sessions.ts'
import { ThrottleRepository } from './throttle-repository.ts'
import { Throttle } from './throttle.ts'
import { toUserPayload } from './user-events.ts'
import { UserRepository } from './user-repository.ts'

export const createAuth: CreateService<AuthConfig> = ({
  config,
  db,
  sessions: reading,
  publish,
}) => {
  const cookie = issueTokens(reading, config.JWT_PRIVATE_KEY)
  const users = new UserRepository(db, publish)
  const sessions = new SessionRepository(db, publish)
  const guests = new GuestRepository(db)
  const passwords = createPasswordHasher(config.LIMIT_SCALE)
  const throttle = new Throttle(new ThrottleRepository(db), {
    signUpsPerHour: config.SIGNUPS_PER_HOUR,
    scale: config.LIMIT_SCALE,
  })
  return {
    routes: createAuthApp({ users, sessions, guests, cookie, passwords, throttle }),
    listeners: [],
    outboxes: [{ model: users.model, render: toUserPayload }, { model: sessions.model }],
    async *eventsSince(since) {
      yield* users.eventsSince(since)
      yield* sessions.eventsSince(since)
    },
    sweepers: [expiredSessions(sessions)],
  }
}

import type { CreateService, ServiceConfig } from '@shop/shared/service'
import { createAuthApp } from './app.ts'
import { createPasswordHasher } from './password-hasher.ts'
import { SessionRepository } from './session-repository.ts'
import { UserRepository } from './user-repository.ts'

/** The auth service, composed. */
export const createAuth: CreateService<ServiceConfig> = ({ db, sessions: cookie, wake }) => {
  const users = new UserRepository(db, wake)
  const sessions = new SessionRepository(db, wake)
  return {
    routes: createAuthApp({ users, sessions, cookie, passwords: createPasswordHasher() }),
    listeners: [],
    outboxes: [{ model: users.model }, { model: sessions.model }],
    sweepers: [],
  }
}

import type { CreateService } from '@shop/shared/service'
import { createAuthApp } from './app.ts'
import type { AuthConfig } from './config.ts'
import { createDeps } from './deps.ts'
import { expiredSessions } from './sweepers/expired-sessions.ts'
import { toUserPayload } from './user-events.ts'

export const createAuth: CreateService<AuthConfig> = (foundation) => {
  const deps = createDeps(foundation)
  const { users, sessions } = deps
  return {
    routes: createAuthApp(deps),
    listeners: [],
    outboxes: [{ model: users.model, render: toUserPayload }, { model: sessions.model }],
    async *eventsSince(since) {
      yield* users.eventsSince(since)
      yield* sessions.eventsSince(since)
    },
    sweepers: [expiredSessions(sessions)],
  }
}

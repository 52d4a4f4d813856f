import type { CreateService } from '@shop/shared/service'
import type { AuthConfig } from './config.ts'
import { GuestRepository } from './guest-repository.ts'
import { issueTokens } from './issue-tokens.ts'
import { LinkRepository } from './link-repository.ts'
import { createPasswordHasher } from './password-hasher.ts'
import { PasswordRepository } from './password-repository.ts'
import { PeopleRepository } from './people-repository.ts'
import { SessionRepository } from './session-repository.ts'
import { ThrottleRepository } from './throttle-repository.ts'
import { Throttle } from './throttle.ts'
import { UserRepository } from './user-repository.ts'

type Foundation = Parameters<CreateService<AuthConfig>>[0]

/** What the routes work with. */
export function createDeps({ config, log, db, sessions, publish }: Foundation) {
  const linkKeys = [config.ACCOUNT_LINK_KEY, config.ACCOUNT_LINK_KEY_PREVIOUS]
  const users = new UserRepository(db, publish)
  return {
    users,
    passwords: new PasswordRepository(users.change),
    links: new LinkRepository(users.model, users.change, linkKeys),
    people: new PeopleRepository(users.model, users.change),
    sessions: new SessionRepository(db, publish),
    cookie: issueTokens(sessions, config.JWT_PRIVATE_KEY),
    guests: new GuestRepository(db),
    hasher: createPasswordHasher(config.LIMIT_SCALE),
    throttle: new Throttle(new ThrottleRepository(db), {
      signUpsPerHour: config.SIGNUPS_PER_HOUR,
      scale: config.LIMIT_SCALE,
    }),
    log,
  }
}

export type Deps = ReturnType<typeof createDeps>

import { Id, notFound } from '@shop/shared/contracts'
import type { AppEnv } from '@shop/shared/http'
import { createMiddleware } from 'hono/factory'
import { safeParse } from 'valibot'
import type { UserDocument } from '../user-document.ts'
import type { UserRepository } from '../user-repository.ts'

type PersonEnv = AppEnv & { Variables: { person: UserDocument } }

/** Loads the user of `:userId` as `c.get('person')`, before the body; throws `not-found`. */
export function person(users: UserRepository) {
  return createMiddleware<PersonEnv>(async (c, next) => {
    const id = safeParse(Id, c.req.param('userId'))
    const user = id.success ? await users.find(id.output) : null
    if (user === null) throw notFound('Account')
    c.set('person', user)
    await next()
  })
}

import { createMiddleware } from 'hono/factory'
import { ShopError, type Session } from '../contracts/index.ts'
import type { AppEnv } from '../http/index.ts'

/** The session of a request that a guard has let pass. */
export function sessionOf(c: { get(name: 'session'): Session | null }): Session {
  const session = c.get('session')
  if (session === null) throw new ShopError('unauthenticated', 'Sign in first')
  return session
}

/** Lets anyone with a session pass, guests too. */
export const requireSession = createMiddleware<AppEnv>(async (c, next) => {
  sessionOf(c)
  await next()
})

/** Lets signed-in users pass; a guest is told to sign in. */
export const requireUser = createMiddleware<AppEnv>(async (c, next) => {
  if (sessionOf(c).role === 'guest') throw new ShopError('forbidden', 'Guests cannot do this')
  await next()
})

/** The ids whose carts, orders and payments belong to the bearer: their own and those they had as a guest. */
export function ownerIds(session: Session): string[] {
  return [session.sub, ...session.guestIds]
}

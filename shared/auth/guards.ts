import { createMiddleware } from 'hono/factory'
import { ShopError, type Session } from '../contracts/index.ts'
import type { AppEnv } from '../http/index.ts'

/** The session of the request; throws `unauthenticated` without one. */
export function sessionOf(c: { get(name: 'session'): Session | null }): Session {
  const session = c.get('session')
  if (session === null) throw new ShopError('unauthenticated', 'Sign in first')
  return session
}

/** Requires a session; guests pass. */
export const requireSession = createMiddleware<AppEnv>(async (c, next) => {
  sessionOf(c)
  await next()
})

/** Requires a signed-in user. */
export const requireUser = createMiddleware<AppEnv>(async (c, next) => {
  if (sessionOf(c).role === 'guest') throw new ShopError('forbidden', 'Sign in to an account first')
  await next()
})

/** Requires staff; throws `unauthenticated` without a session and `forbidden` for everybody else. */
export const requireAdmin = createMiddleware<AppEnv>(async (c, next) => {
  if (sessionOf(c).role !== 'admin') throw new ShopError('forbidden', 'Only staff may do this')
  await next()
})

/** The ids whose carts, orders and payments belong to the user: their own and those they had as a guest. */
export function ownerIds(session: Session): string[] {
  return [session.sub, ...session.guestIds]
}

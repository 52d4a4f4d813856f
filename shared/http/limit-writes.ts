import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { createTokenBuckets, type TokenBuckets } from '../async/index.ts'
import { ROUTES, routeOf, tooManyRequests, type RouteContract } from '../contracts/index.ts'
import type { AppEnv } from './app-env.ts'
import { clientAddress } from './client-address.ts'
import { isSafe } from './origin-guard.ts'

const WRITES_PER_S = 10
const BURST_S = 5
const HOUR_S = 3600
/** How many times a session's limit an address gets: people share addresses. */
const PEOPLE_PER_ADDRESS = 10

interface Limits {
  ofSession: TokenBuckets
  ofAddress: TokenBuckets
}

/** Limits the writes of a session and of an address, by the route table; without a session the address counts as one, for hourly limits only. Throws `too-many-requests`. `scale` multiplies every limit. */
export function limitWrites(scale: number) {
  const any = limitsOf(WRITES_PER_S * BURST_S * scale, WRITES_PER_S * scale)
  const ofRoutes = new Map<RouteContract, Limits>()
  for (const route of ROUTES) {
    if (route.perHour === undefined) continue
    ofRoutes.set(route, limitsOf(route.perHour * scale, (route.perHour * scale) / HOUR_S))
  }
  return createMiddleware<AppEnv>(async (c, next) => {
    if (isSafe(c.req.method)) return next()
    const route = routeOf(c.req.method, c.req.path)
    const ofRoute = route && ofRoutes.get(route)
    const session = c.get('session')
    // Without a session, auth and the webhook, which all of Stripe shares, have limits of their own.
    if (session !== null) take(c, any, session.sub)
    if (ofRoute !== undefined) take(c, ofRoute, session?.sub ?? clientAddress(c))
    return next()
  })
}

function take(c: Context<AppEnv>, { ofSession, ofAddress }: Limits, who: string): void {
  const waitS = ofSession.take(who) || ofAddress.take(clientAddress(c))
  if (waitS > 0) throw tooManyRequests(waitS)
}

function limitsOf(burst: number, perSecond: number): Limits {
  return {
    ofSession: createTokenBuckets({ burst, perSecond }),
    ofAddress: createTokenBuckets({
      burst: burst * PEOPLE_PER_ADDRESS,
      perSecond: perSecond * PEOPLE_PER_ADDRESS,
    }),
  }
}

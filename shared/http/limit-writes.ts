import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { createAllowances, type Allowances } from '../async/index.ts'
import { ROUTES, routeOf, tooManyRequests, type RouteContract } from '../contracts/index.ts'
import type { AppEnv } from './app-env.ts'
import { clientAddress } from './client-address.ts'
import { isSafe } from './origin-guard.ts'

const WRITES_PER_S = 10
const BURST_S = 5
const HOUR_S = 3600
/** How many people may share an address before they meet its limit. */
const PEOPLE_PER_ADDRESS = 10

interface Shares {
  ofSession: Allowances
  ofAddress: Allowances
}

/** Limits what a session and an address may change, as the route table says; throws `too-many-requests`. `scale` multiplies all limits. */
export function limitWrites(scale: number) {
  const any = shares(WRITES_PER_S * BURST_S * scale, WRITES_PER_S * scale)
  const ofRoutes = new Map<RouteContract, Shares>()
  for (const route of ROUTES) {
    if (route.perHour === undefined) continue
    ofRoutes.set(route, shares(route.perHour * scale, (route.perHour * scale) / HOUR_S))
  }
  return createMiddleware<AppEnv>(async (c, next) => {
    if (isSafe(c.req.method)) return next()
    const route = routeOf(c.req.method, c.req.path)
    const ofRoute = route && ofRoutes.get(route)
    take(c, ofRoute === undefined ? [any] : [any, ofRoute])
    return next()
  })
}

function take(c: Context<AppEnv>, limits: Shares[]): void {
  const session = c.get('session')
  // Without a session there is nothing to change but sessions, whose throttle counts on its own.
  if (session === null) return
  const address = clientAddress(c)
  for (const { ofSession, ofAddress } of limits) {
    const waitS = ofSession.take(session.sub) || ofAddress.take(address)
    if (waitS > 0) throw tooManyRequests(waitS)
  }
}

function shares(burst: number, perSecond: number): Shares {
  return {
    ofSession: createAllowances({ burst, perSecond }),
    ofAddress: createAllowances({
      burst: burst * PEOPLE_PER_ADDRESS,
      perSecond: perSecond * PEOPLE_PER_ADDRESS,
    }),
  }
}

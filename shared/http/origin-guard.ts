import { createMiddleware } from 'hono/factory'
import { ShopError } from '../contracts/index.ts'
import type { AppEnv } from './app-env.ts'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Whether a method only reads. */
export const isSafe = (method: string) => SAFE.has(method)

/** Refuses unsafe requests that a browser sends for another site; programs send neither header. */
export function originGuard(publicOrigins: string[]) {
  return createMiddleware<AppEnv>(async (c, next) => {
    if (!isSafe(c.req.method) && !isOwn(c.req.raw.headers, publicOrigins))
      throw new ShopError('forbidden', 'Requests from other sites are refused')
    await next()
  })
}

function isOwn(headers: Headers, publicOrigins: string[]): boolean {
  const site = headers.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin'
  const origin = headers.get('origin')
  return origin === null || publicOrigins.includes(origin)
}

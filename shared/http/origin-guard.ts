import { createMiddleware } from 'hono/factory'
import { ShopError } from '../contracts/index.ts'
import type { AppEnv } from './app-env.ts'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Whether a method only reads. */
export const isSafe = (method: string) => SAFE.has(method)

/** Rejects unsafe requests that a browser sends from another site; other clients send neither header. */
export function originGuard(publicOrigins: string[]) {
  return createMiddleware<AppEnv>(async (c, next) => {
    if (!isSafe(c.req.method) && !isSameOrigin(c.req.raw.headers, publicOrigins))
      throw new ShopError('forbidden', 'Requests from other sites are not allowed')
    await next()
  })
}

function isSameOrigin(headers: Headers, publicOrigins: string[]): boolean {
  const site = headers.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin'
  const origin = headers.get('origin')
  return origin === null || publicOrigins.includes(origin)
}

import { isIP } from 'node:net'
import type { AppEnv } from '@shop/shared/http'
import type { Context } from 'hono'

/** The client's address as the front door saw it: it sets this header anew, whatever the client sent. */
export function clientIp(c: Context<AppEnv>): string {
  const ip = c.req.header('x-real-ip') ?? ''
  return isIP(ip) === 0 ? 'inside' : ip
}

import type { AppEnv } from '@shop/shared/http'
import { Hono } from 'hono'

/** No routes yet but those of every service. */
export function createNotificationsApp() {
  return new Hono<AppEnv>()
}

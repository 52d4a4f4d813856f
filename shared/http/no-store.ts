import { createMiddleware } from 'hono/factory'
import type { AppEnv } from './app-env.ts'

/** Keeps replies that are one person's out of every cache. */
export const noStore = createMiddleware<AppEnv>(async (c, next) => {
  c.header('cache-control', 'no-store')
  await next()
})

import { createMiddleware } from 'hono/factory'
import { histogram } from '../metrics/index.ts'
import type { AppEnv } from './app-env.ts'
import { routeOf } from './route-of.ts'

/** Limits of the service levels are among them: half a second for pages, five for a payment. */
const SECONDS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

const duration = histogram(
  'http_request_duration_seconds',
  'Time until the response begins, by method, route and status',
  ['method', 'route', 'status'],
  SECONDS,
)

/** Counts and times requests; labels are what the program knows, never what a client sends. */
export const httpMetrics = createMiddleware<AppEnv>(async (c, next) => {
  const startedAt = performance.now()
  await next()
  const method = METHODS.has(c.req.method) ? c.req.method : 'other'
  const labels = { method, route: routeOf(c), status: String(c.res.status) }
  duration.observe(labels, (performance.now() - startedAt) / 1000)
})

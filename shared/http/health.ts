import { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import { register } from 'prom-client'
import { notFound } from '../contracts/index.ts'
import type { AppEnv } from './app-env.ts'

// A portable Ingress cannot exclude paths, but it sets this header; probes and Prometheus do not.
const internalOnly = createMiddleware<AppEnv>(async (c, next) => {
  if (c.req.header('x-forwarded-for') !== undefined) throw notFound('Route')
  await next()
})

/** Probes and metrics, hidden from the front door; `missing` names what is not ready yet. */
export function healthRoutes(missing: () => Promise<string[]>) {
  return new Hono<AppEnv>()
    .get('/livez', internalOnly, (c) => c.text('ok'))
    .get('/readyz', internalOnly, async (c) => {
      const names = await missing()
      return names.length === 0 ? c.text('ok') : c.text(`missing: ${names.join(', ')}`, 503)
    })
    .get('/metrics', internalOnly, async (c) =>
      c.text(await register.metrics(), 200, { 'content-type': register.contentType }),
    )
}

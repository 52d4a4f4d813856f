import { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import { register } from 'prom-client'
import { notFound } from '../contracts/index.ts'
import type { AppEnv } from './app-env.ts'

// A portable Ingress cannot leave paths out, but it says for whom it asks; probes and Prometheus do not.
const fromInside = createMiddleware<AppEnv>(async (c, next) => {
  if (c.req.header('x-forwarded-for') !== undefined) throw notFound('This address was')
  await next()
})

/** The routes of probes and metrics, for whoever is inside, not for the front door; `missing` names what keeps it from being ready. */
export function healthRoutes(missing: () => Promise<string[]>) {
  return new Hono<AppEnv>()
    .get('/livez', fromInside, (c) => c.text('ok'))
    .get('/readyz', fromInside, async (c) => {
      const names = await missing()
      return names.length === 0 ? c.text('ok') : c.text(`missing: ${names.join(', ')}`, 503)
    })
    .get('/metrics', fromInside, async (c) =>
      c.text(await register.metrics(), 200, { 'content-type': register.contentType }),
    )
}

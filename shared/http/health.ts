import { Hono } from 'hono'
import { register } from 'prom-client'
import type { AppEnv } from './app-env.ts'

/** The routes of probes and metrics, which the front door does not reach; `missing` names what keeps it from being ready. */
export function healthRoutes(missing: () => Promise<string[]>) {
  return new Hono<AppEnv>()
    .get('/livez', (c) => c.text('ok'))
    .get('/readyz', async (c) => {
      const names = await missing()
      return names.length === 0 ? c.text('ok') : c.text(`missing: ${names.join(', ')}`, 503)
    })
    .get('/metrics', async (c) =>
      c.text(await register.metrics(), 200, { 'content-type': register.contentType }),
    )
}

import { createMiddleware } from 'hono/factory'
import { withContext, type Log } from '../log/index.ts'
import type { AppEnv } from './app-env.ts'

const REQUEST_ID = /^[\w-]{8,64}$/

/** Gives every request an id and writes an access log line. */
export function requestContext(log: Log) {
  // Redacting costs more than the line, which holds no secrets.
  const access = log.child({}, { redact: [] })
  return createMiddleware<AppEnv>(async (c, next) => {
    const given = c.req.header('x-request-id') ?? ''
    const requestId = REQUEST_ID.test(given) ? given : crypto.randomUUID()
    c.set('requestId', requestId)
    c.header('x-request-id', requestId)
    const start = performance.now()
    await withContext({ requestId, correlationId: requestId }, async () => {
      await next()
      const ms = Math.round(performance.now() - start)
      access.info({ method: c.req.method, path: c.req.path, status: c.res.status, ms }, 'request')
    })
  })
}

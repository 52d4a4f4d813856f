import { SpanStatusCode, type Span } from '@opentelemetry/api'
import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { withContext, type Log } from '../log/index.ts'
import { inRequestSpan } from '../tracing/index.ts'
import type { AppEnv } from './app-env.ts'
import { routeOf } from './route-of.ts'

const REQUEST_ID = /^[\w-]{8,64}$/

/** Gives every request an id and a span, and writes an access log line. */
export function requestContext(log: Log) {
  // Redacting costs more than the line, which holds no secrets.
  const access = log.child({}, { redact: [] })
  return createMiddleware<AppEnv>(async (c, next) => {
    const given = c.req.header('x-request-id') ?? ''
    const requestId = REQUEST_ID.test(given) ? given : crypto.randomUUID()
    c.set('requestId', requestId)
    c.header('x-request-id', requestId)
    const start = performance.now()
    const { method, path } = c.req
    const work = async (span: Span) => {
      await next()
      const ms = Math.round(performance.now() - start)
      access.info({ method, path, status: c.res.status, ms }, 'request')
      describe(span, c)
    }
    const attributes = { 'http.request.method': method, 'url.path': path }
    await withContext({ requestId, correlationId: requestId }, () =>
      inRequestSpan(c.req.raw.headers, method, { kind: 'SERVER', attributes }, work),
    )
  })
}

function describe(span: Span, c: Context): void {
  const route = routeOf(c)
  span.updateName(`${c.req.method} ${route}`)
  span.setAttributes({ 'http.route': route, 'http.response.status_code': c.res.status })
  if (c.res.status >= 500) span.setStatus({ code: SpanStatusCode.ERROR })
}

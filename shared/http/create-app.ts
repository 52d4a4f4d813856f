import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'
import { secureHeaders } from 'hono/secure-headers'
import { timeout } from 'hono/timeout'
import { ShopError, notFound } from '../contracts/index.ts'
import { withContext, type Log } from '../log/index.ts'
import type { AppEnv } from './app-env.ts'
import { healthRoutes } from './health.ts'
import { httpMetrics } from './metrics.ts'
import { originGuard } from './origin-guard.ts'
import { errorHandler, problemReply } from './problem.ts'

export interface AppOptions {
  log: Log
  publicOrigins: string[]
  missing: () => Promise<string[]>
  isOutage: (error: unknown) => boolean
}

const REQUEST_ID = /^[\w-]{8,64}$/
const HANDLER_TIMEOUT_MS = 15_000
const YEAR_S = 31_536_000

/** A Hono app with what every service answers alike: ids, logs, headers, guards, probes, errors. */
export function createApp({ log, publicOrigins, missing, isOutage }: AppOptions) {
  return new Hono<AppEnv>()
    .onError(errorHandler(log, isOutage))
    .notFound((c) => problemReply(c, notFound('This address was')))
    .route('/', healthRoutes(missing))
    .use(requestContext(log))
    .use(httpMetrics)
    .use(
      secureHeaders({
        strictTransportSecurity: `max-age=${YEAR_S}; includeSubDomains`,
        contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
        xFrameOptions: 'DENY',
        referrerPolicy: 'same-origin',
      }),
    )
    .use(timeout(HANDLER_TIMEOUT_MS))
    .use(originGuard(publicOrigins))
    .use(refuseEncodedBodies)
}

/** Refuses bodies above a number of bytes before they are read; 64 KiB unless told. */
export function limitBody(maxSize = 64 * 1024) {
  return bodyLimit({
    maxSize,
    onError: () => {
      throw new ShopError('payload-too-large', `The body may have at most ${maxSize} bytes`)
    },
  })
}

const refuseEncodedBodies = createMiddleware(async (c, next) => {
  if (c.req.header('content-encoding') !== undefined)
    throw new ShopError('unsupported-media-type', 'Encoded bodies are not accepted')
  await next()
})

function requestContext(log: Log) {
  // Its line has nothing to redact, and redacting costs more than writing it.
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

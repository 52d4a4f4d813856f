import { Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'
import { timeout } from 'hono/timeout'
import { MAX_BODY_BYTES, ShopError, notFound } from '../contracts/index.ts'
import type { Log } from '../log/index.ts'
import { apiHeaders } from './api-headers.ts'
import type { AppEnv } from './app-env.ts'
import { healthRoutes } from './health.ts'
import { httpMetrics } from './metrics.ts'
import { originGuard } from './origin-guard.ts'
import { errorHandler, problemResponse } from './problem.ts'
import { requestContext } from './request-context.ts'

export interface AppOptions {
  log: Log
  publicOrigins: string[]
  missing: () => Promise<string[]>
  isOutage: (error: unknown) => boolean
  /** Security headers; pages need others than the API. */
  headers?: MiddlewareHandler
}

const HANDLER_TIMEOUT_MS = 15_000

/** A Hono app with what every program needs: ids, logs, headers, guards, probes, errors. */
export function createApp({
  log,
  publicOrigins,
  missing,
  isOutage,
  headers = apiHeaders,
}: AppOptions) {
  return new Hono<AppEnv>()
    .onError(errorHandler(log, isOutage))
    .notFound((c) => problemResponse(c, notFound('Route')))
    .route('/', healthRoutes(missing))
    .use(requestContext(log))
    .use(httpMetrics)
    .use(headers)
    .use(noStore)
    .use(timeout(HANDLER_TIMEOUT_MS))
    .use(originGuard(publicOrigins))
    .use(rejectEncodedBodies)
}

/** Rejects larger bodies before they are read; 64 KiB by default. */
export function limitBody(maxSize = MAX_BODY_BYTES) {
  return bodyLimit({
    maxSize,
    onError: () => {
      throw new ShopError('payload-too-large', `The body must have at most ${maxSize} bytes`)
    },
  })
}

/** Responses are private unless they set their own caching. */
const noStore = createMiddleware(async (c, next) => {
  await next()
  if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store')
})

const rejectEncodedBodies = createMiddleware(async (c, next) => {
  if (c.req.header('content-encoding') !== undefined)
    throw new ShopError('unsupported-media-type', 'Encoded bodies are not accepted')
  await next()
})

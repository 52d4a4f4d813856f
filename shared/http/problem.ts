import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { ShopError, titleOf, type Problem, type ProblemCode } from '../contracts/index.ts'
import type { Log } from '../log/index.ts'
import type { AppEnv } from './app-env.ts'

/** The problem+json response of an error. */
export function problemResponse(c: Context<AppEnv>, error: ShopError): Response {
  const problem: Problem = {
    type: `/problems/${error.code}`,
    title: titleOf(error.code),
    status: error.status,
    detail: error.message,
    requestId: c.get('requestId'),
    errors: error.details.errors ?? [{ message: error.message }],
    ...error.details.members,
  }
  return c.body(JSON.stringify(problem), error.status, {
    'content-type': 'application/problem+json',
    ...error.details.headers,
  })
}

const CODE_OF_STATUS: Record<number, ProblemCode> = {
  404: 'not-found',
  413: 'payload-too-large',
  415: 'unsupported-media-type',
  504: 'unavailable',
}

/** Maps what a handler threw: our own errors, Hono's, an outage, or a bug. */
export function errorHandler(log: Log, isOutage: (error: unknown) => boolean) {
  return (error: unknown, c: Context<AppEnv>): Response => {
    if (error instanceof ShopError) return problemResponse(c, error)
    if (error instanceof HTTPException) {
      const code =
        CODE_OF_STATUS[error.status] ?? (error.status < 500 ? 'malformed-body' : 'internal')
      return problemResponse(
        c,
        new ShopError(code, error.message || 'The request cannot be handled'),
      )
    }
    if (isOutage(error)) {
      log.warn({ error }, 'a required server is unavailable')
      const wait = { headers: { 'retry-after': '1' } }
      return problemResponse(c, new ShopError('unavailable', 'Please try again in a moment', wait))
    }
    log.error({ error, path: c.req.path }, 'unexpected error')
    return problemResponse(c, new ShopError('internal', 'An unexpected error occurred'))
  }
}

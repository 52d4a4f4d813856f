import { createMiddleware } from 'hono/factory'
import { ApiError, unknownUrl } from './rules/api-error.ts'

/** Requests through the front door, which sets x-forwarded-for, reach only what browsers need. */
export const limitOutsideAccess = createMiddleware(async (c, next) => {
  const isOutside = c.req.header('x-forwarded-for') !== undefined
  if (isOutside && !/^\/stripe-sandbox(\/|$)/.test(c.req.path))
    throw unknownUrl(c.req.method, c.req.path)
  await next()
})

/** Any site can post to loopback from a browser, which then sends an Origin header. */
export const rejectBrowserPages = createMiddleware(async (c, next) => {
  if (c.req.header('origin') !== undefined)
    throw new ApiError(403, "The sandbox's controls reject requests from browser pages.")
  await next()
})

import { createMiddleware } from 'hono/factory'
import { StripeFault, unknownUrl } from './rules/stripe-fault.ts'

/** Through the front door, which says for whom it asks, only what browsers need is reached. */
export const onlyBrowserPartOutside = createMiddleware(async (c, next) => {
  const isOutside = c.req.header('x-forwarded-for') !== undefined
  if (isOutside && !/^\/stripe-sandbox(\/|$)/.test(c.req.path))
    throw unknownUrl(c.req.method, c.req.path)
  await next()
})

/** Pages of any site can post to loopback; browsers then name the page's origin. */
export const refusePages = createMiddleware(async (c, next) => {
  if (c.req.header('origin') !== undefined)
    throw new StripeFault(403, 'The switches are for programs, not for pages in a browser.')
  await next()
})

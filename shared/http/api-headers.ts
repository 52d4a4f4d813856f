import { secureHeaders } from 'hono/secure-headers'

const YEAR_S = 31_536_000

/** Security headers of every response. */
export const commonHeaders = {
  strictTransportSecurity: `max-age=${YEAR_S}; includeSubDomains`,
  xFrameOptions: 'DENY',
  referrerPolicy: 'same-origin',
} as const

/** Security headers of the API: a response shown as a page can do nothing. */
export const apiHeaders = secureHeaders({
  ...commonHeaders,
  contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
})

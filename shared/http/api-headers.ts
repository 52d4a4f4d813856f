import { secureHeaders } from 'hono/secure-headers'

const YEAR_S = 31_536_000

/** Headers that hold for all replies of the shop. */
export const commonHeaders = {
  strictTransportSecurity: `max-age=${YEAR_S}; includeSubDomains`,
  xFrameOptions: 'DENY',
  referrerPolicy: 'same-origin',
} as const

/** Headers of the API: a reply that a browser shows as a page may do nothing. */
export const apiHeaders = secureHeaders({
  ...commonHeaders,
  contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
})

import { commonHeaders } from '@shop/shared/http'
import { NONCE, secureHeaders } from 'hono/secure-headers'
import type { StorefrontConfig } from './config.ts'

// Required by Stripe: docs.stripe.com/security/guide.
const STRIPE = ['https://js.stripe.com', 'https://*.js.stripe.com', 'https://hooks.stripe.com']
const STRIPE_API = 'https://api.stripe.com'

/** Security headers of the pages: scripts need a nonce, and Stripe is the only other origin. */
export function pageHeaders({ PUBLIC_MEDIA_URL, STRIPE_JS_URL }: StorefrontConfig, isDev: boolean) {
  const isReal = STRIPE_JS_URL === ''
  const stripe = isReal ? STRIPE : ["'self'"]
  return secureHeaders({
    ...commonHeaders,
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'", NONCE, ...stripe],
      styleSrc: isDev ? ["'self'", "'unsafe-inline'"] : ["'self'", NONCE],
      imgSrc: ["'self'", 'data:', 'blob:', new URL(PUBLIC_MEDIA_URL).origin],
      fontSrc: ["'self'"],
      connectSrc: ["'self'", ...(isReal ? [STRIPE_API] : []), ...(isDev ? ['wss:'] : [])],
      frameSrc: stripe,
      manifestSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
    permissionsPolicy: { payment: isReal ? ['self', ...stripe] : ['self'] },
  })
}

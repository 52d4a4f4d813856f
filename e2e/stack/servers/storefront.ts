import { join } from 'node:path'
import { SERVICES } from '@shop/shared/contracts'
import { mediaUrl, publicOrigins } from '../front-door/shop-url.ts'
import { fromEnvironment, tracingEnvironment } from '../settings/environment.ts'
import { root } from '../settings/paths.ts'
import type { Shop } from '../shop.ts'
import type { ChildSpec } from '../supervisor/child.ts'
import { responds } from '../system/until.ts'

/** The storefront, from its sources with hot reload or as built. */
export function storefront(shop: Shop): ChildSpec {
  const { ports, mode } = shop
  const file = mode === 'dev' ? 'server/dev.ts' : 'build/main.js'
  return {
    name: 'storefront',
    command: [process.execPath, file],
    cwd: join(root, 'storefront'),
    env: storefrontEnvironment(shop),
    ready: () => responds(`http://127.0.0.1:${ports.storefront}/readyz`),
    graceMs: 10_000,
  }
}

function storefrontEnvironment(shop: Shop): Record<string, string> {
  const { ports, addresses, mode } = shop
  const { own, publishableKey } = addresses.stripe
  const services = SERVICES.map((name): [string, string] => [
    `${name.toUpperCase()}_URL`,
    `http://127.0.0.1:${ports[name]}`,
  ])
  return {
    ...fromEnvironment(['LOG_LEVEL']),
    ...tracingEnvironment(shop),
    HOST: '127.0.0.1',
    PORT: String(ports.storefront),
    NODE_ENV: mode === 'dev' ? 'development' : 'production',
    PUBLIC_ORIGINS: publicOrigins(ports).join(','),
    PUBLIC_MEDIA_URL: mediaUrl(ports),
    ...Object.fromEntries(services),
    STRIPE_PUBLISHABLE_KEY: publishableKey,
    STRIPE_JS_URL: own ? '/stripe-sandbox/stripe.js' : '',
  }
}

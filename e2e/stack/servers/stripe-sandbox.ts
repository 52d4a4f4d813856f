import { join } from 'node:path'
import { STRIPE_EVENTS } from '@shop/shared/contracts'
import { shopUrl } from '../front-door/shop-url.ts'
import { fromEnvironment } from '../settings/environment.ts'
import type { Shop } from '../shop.ts'
import type { ChildSpec } from '../supervisor/child.ts'
import { responds } from '../system/until.ts'
import { bunProgram } from './services.ts'

/** The Stripe sandbox; not started when real keys are in the environment. */
export function stripeSandbox(shop: Shop): ChildSpec {
  const { ports, data, addresses } = shop
  const { secretKey, publishableKey, webhookSecret } = addresses.stripe
  return {
    name: 'stripe-sandbox',
    ...bunProgram('stripe-sandbox', shop),
    env: {
      ...fromEnvironment(['LOG_LEVEL']),
      HOST: '127.0.0.1',
      PORT: String(ports.sandbox),
      NODE_ENV: 'development',
      SANDBOX_DB: join(data, 'stripe-sandbox.sqlite'),
      STRIPE_SECRET_KEY: secretKey,
      STRIPE_PUBLISHABLE_KEY: publishableKey,
      STRIPE_WEBHOOK_SECRET: webhookSecret,
      SANDBOX_PUBLIC_URL: `${shopUrl(ports)}/stripe-sandbox`,
      WEBHOOK_URL: `http://127.0.0.1:${ports.payments}/api/payments/webhook`,
      WEBHOOK_EVENTS: STRIPE_EVENTS.join(','),
    },
    ready: () => responds(`http://127.0.0.1:${ports.sandbox}/readyz`),
    graceMs: 10_000,
  }
}

import { list, required, wholeNumber } from '@shop/shared/config'
import * as v from 'valibot'

const url = v.pipe(v.string(), v.url('Must be a URL such as http://127.0.0.1:3005/path'))

/** The sandbox's environment variables. */
export const sandboxConfig = {
  HOST: v.optional(v.string(), '127.0.0.1'),
  PORT: wholeNumber(3010),
  SANDBOX_DB: required,
  SANDBOX_PUBLIC_URL: v.optional(url),
  STRIPE_SECRET_KEY: v.pipe(required, v.startsWith('sk_test_', 'Must start with sk_test_')),
  STRIPE_PUBLISHABLE_KEY: v.pipe(required, v.startsWith('pk_test_', 'Must start with pk_test_')),
  STRIPE_WEBHOOK_SECRET: v.pipe(required, v.startsWith('whsec_', 'Must start with whsec_')),
  WEBHOOK_URL: v.optional(url, 'http://127.0.0.1:3005/api/payments/webhook'),
  /** The types of events that the endpoint is subscribed to; without it all. */
  WEBHOOK_EVENTS: v.optional(list),
  WEBHOOK_RETRY_MS: wholeNumber(1000),
  NODE_ENV: v.optional(
    v.pipe(v.string(), v.notValue('production', 'The Stripe sandbox never runs in production')),
  ),
}

export type SandboxConfig = v.InferOutput<v.ObjectSchema<typeof sandboxConfig, undefined>>

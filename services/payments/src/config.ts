import { required } from '@shop/shared/config'
import { serviceConfig } from '@shop/shared/service'
import * as v from 'valibot'

export const paymentsConfig = {
  ...serviceConfig,
  STRIPE_SECRET_KEY: required,
  STRIPE_WEBHOOK_SECRET: required,
  /** Address of Stripe's API; the real one when empty. */
  STRIPE_API_URL: v.optional(v.union([v.literal(''), v.pipe(v.string(), v.url())]), ''),
}

export type PaymentsConfig = v.InferOutput<v.ObjectSchema<typeof paymentsConfig, undefined>>

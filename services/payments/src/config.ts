import { required } from '@shop/shared/config'
import { serviceConfig } from '@shop/shared/service'
import * as v from 'valibot'

/** Environment of the payments service. */
export const paymentsConfig = {
  ...serviceConfig,
  STRIPE_SECRET_KEY: required,
  STRIPE_WEBHOOK_SECRET: required,
  /** Where Stripe's API answers; the real one when it is not set. */
  STRIPE_API_URL: v.optional(v.union([v.literal(''), v.pipe(v.string(), v.url())]), ''),
}

export type PaymentsConfig = v.InferOutput<v.ObjectSchema<typeof paymentsConfig, undefined>>

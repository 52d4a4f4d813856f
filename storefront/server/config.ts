import { list, required, wholeNumber } from '@shop/shared/config'
import * as v from 'valibot'

/** The storefront's environment. */
export const storefrontConfig = {
  HOST: v.optional(v.string(), '127.0.0.1'),
  PORT: wholeNumber(3000),
  LOG_LEVEL: v.optional(v.picklist(['trace', 'debug', 'info', 'warn', 'error', 'silent']), 'info'),
  /** Addresses of the front door; the first is the canonical one. */
  PUBLIC_ORIGINS: list,
  PUBLIC_MEDIA_URL: required,
  AUTH_URL: required,
  PRODUCTS_URL: required,
  CART_URL: required,
  ORDERS_URL: required,
  PAYMENTS_URL: required,
  NOTIFICATIONS_URL: required,
  STRIPE_PUBLISHABLE_KEY: required,
  /** The path of the sandbox's Stripe.js; empty for the real one. */
  STRIPE_JS_URL: v.optional(v.string(), ''),
}

export type StorefrontConfig = v.InferOutput<v.ObjectSchema<typeof storefrontConfig, undefined>>

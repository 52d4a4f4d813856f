import { Stripe } from 'stripe'

/** Whether Stripe cannot be reached or cannot respond now. */
export function isStripeOutage(error: unknown): boolean {
  return (
    error instanceof Stripe.errors.StripeConnectionError ||
    error instanceof Stripe.errors.StripeAPIError ||
    error instanceof Stripe.errors.StripeRateLimitError ||
    // Another call with this key, or on this intent, is in progress.
    error instanceof Stripe.errors.StripeIdempotencyError ||
    (error instanceof Stripe.errors.StripeError && error.statusCode === 409)
  )
}

/** Whether the PaymentIntent was in another state than the call expects. */
export function isUnexpectedState(error: unknown): boolean {
  return (
    error instanceof Stripe.errors.StripeError && error.code === 'payment_intent_unexpected_state'
  )
}

export function isBadToken(error: unknown): error is Stripe.errors.StripeInvalidRequestError {
  return error instanceof Stripe.errors.StripeInvalidRequestError && error.statusCode !== 409
}

/** Whether another call with this idempotency key is running. */
export function isKeyInUse(error: unknown): boolean {
  return error instanceof Stripe.errors.StripeIdempotencyError && error.statusCode === 409
}

/** Whether Stripe executed the call and will not do it as it was asked. */
export function isRefused(error: unknown): boolean {
  return error instanceof Stripe.errors.StripeInvalidRequestError && error.statusCode !== 409
}

/** Whether the key stands for other parameters, or for a failure that Stripe has stored and repeats. */
export function isKeyUsedUp(error: unknown): boolean {
  if (error instanceof Stripe.errors.StripeIdempotencyError) return error.statusCode !== 409
  if (!(error instanceof Stripe.errors.StripeAPIError)) return false
  return new Headers(error.headers ?? {}).get('idempotent-replayed') === 'true'
}

/** An error in the shop's own code, as Stripe.js throws it. */
export class IntegrationError extends Error {
  override name = 'IntegrationError'
}

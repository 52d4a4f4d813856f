import type { Stripe } from 'stripe'
import { newIntent, startForTest } from './index.ts'

export const RETURN_URL = 'https://shop.test/orders/1?from=checkout#pay'
export const SECURE_CARD = { payment_method: 'pm_card_authenticationRequired' }

/** A sandbox, and how to open and settle challenges on it. */
export function startChallenges() {
  const { stripe, url, stop } = startForTest()

  /** The challenge page of an intent on the test's port. */
  function pageOf({ next_action: action }: Stripe.PaymentIntent): string {
    const address = action?.redirect_to_url?.url ?? action?.use_stripe_sdk?.['stripe_js']
    return String(address).replace('http://sandbox.test', url)
  }

  async function challenge(
    orderId: string,
    request: Stripe.PaymentIntentConfirmParams = { ...SECURE_CARD, return_url: RETURN_URL },
  ) {
    const { id } = await newIntent(stripe, orderId)
    return stripe.paymentIntents.confirm(id, request)
  }

  const press = (page: string, result: string) =>
    fetch(page, { method: 'POST', body: new URLSearchParams({ result }), redirect: 'manual' })

  const statusOf = async ({ id }: Stripe.PaymentIntent) =>
    (await stripe.paymentIntents.retrieve(id)).status

  return { stripe, url, stop, pageOf, challenge, press, statusOf }
}

export async function fetchPage(page: string) {
  const response = await fetch(page)
  return { headers: response.headers, status: response.status, page: await response.text() }
}

import { afterAll, describe, expect, test } from 'bun:test'
import type { Stripe } from 'stripe'
import { isReal, moneyOf, openAccount } from '../testing/account.ts'
import { newIntent, stripeErrorOf } from '../testing/index.ts'

const account = openAccount()
const { stripe, url } = account
afterAll(account.stop)

const secure = { payment_method: 'pm_card_authenticationRequired' }
const NOTHING = { held: 0, taken: 0, back: 0 }

describe('3D Secure', () => {
  test('requires an action before authorizing', async () => {
    const { id } = await newIntent(stripe, 'secure')
    const return_url = 'https://shop.test/return'
    const requested = await stripe.paymentIntents.confirm(id, { ...secure, return_url })
    expect(requested).toMatchObject({
      status: 'requires_action',
      next_action: {
        type: 'redirect_to_url',
        redirect_to_url: { return_url, url: expect.stringMatching(/^https?:/) },
      },
    })
    expect(await moneyOf(account, id)).toEqual(NOTHING)
  })

  test('without a return_url is handled by Stripe.js', async () => {
    const { id } = await newIntent(stripe, 'secure-sdk')
    const requested = await stripe.paymentIntents.confirm(id, { ...secure, use_stripe_sdk: true })
    expect(requested.next_action?.type).toBe('use_stripe_sdk')
  })

  test('is a decline when the customer is absent', async () => {
    const { id } = await newIntent(stripe, 'secure-nobody')
    const request = { ...secure, error_on_requires_action: true }
    expect(await stripeErrorOf(stripe.paymentIntents.confirm(id, request))).toMatchObject({
      type: 'StripeCardError',
      statusCode: 402,
      code: 'authentication_required',
      payment_intent: { status: 'requires_payment_method' },
    })
  })

  test('can be abandoned for another card or by cancelling', async () => {
    const first = await newIntent(stripe, 'secure-other')
    await stripe.paymentIntents.confirm(first.id, secure)
    const held = await stripe.paymentIntents.confirm(first.id, { payment_method: 'pm_card_visa' })
    expect(held).toMatchObject({ status: 'requires_capture', next_action: null })
    const second = await newIntent(stripe, 'secure-cancelled')
    await stripe.paymentIntents.confirm(second.id, secure)
    const canceled = await stripe.paymentIntents.cancel(second.id)
    expect(canceled).toMatchObject({ status: 'canceled', next_action: null })
  })

  test.skipIf(isReal).each(['javascript:alert(1)', 'data:text/html,x', '/orders/1'])(
    'rejects the return_url %s',
    async (return_url) => {
      const { id } = await newIntent(stripe, 'secure-url')
      const confirm = stripe.paymentIntents.confirm(id, { ...secure, return_url })
      expect(await stripeErrorOf(confirm)).toMatchObject({ statusCode: 400, code: 'url_invalid' })
    },
  )
})

describe.skipIf(isReal)('a challenge that a program settles', () => {
  async function settle(id: string, result: string, headers: Record<string, string> = {}) {
    const response = await fetch(`${url}/sandbox/payment_intents/${id}/challenge`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ result }),
    })
    return { status: response.status, body: (await response.json()) as Stripe.PaymentIntent }
  }

  test('can be passed once and authorizes the payment', async () => {
    const { id } = await newIntent(stripe, 'settled')
    await stripe.paymentIntents.confirm(id, secure)
    const { status, body } = await settle(id, 'succeed')
    expect({ status, intent: body.status }).toEqual({ status: 200, intent: 'requires_capture' })
    expect((await settle(id, 'succeed')).status).toBe(400)
    expect(await moneyOf(account, id)).toEqual({ held: 1000, taken: 0, back: 0 })
  })

  test('can fail and leaves the intent payable', async () => {
    const { id } = await newIntent(stripe, 'settled-failed')
    await stripe.paymentIntents.confirm(id, secure)
    expect((await settle(id, 'fail')).body).toMatchObject({
      status: 'requires_payment_method',
      payment_method: null,
      last_payment_error: { code: 'payment_intent_authentication_failure' },
    })
    const paid = await stripe.paymentIntents.confirm(id, { payment_method: 'pm_card_visa' })
    expect(paid.status).toBe('requires_capture')
  })

  test('can be passed although the card is then declined', async () => {
    const { id } = await newIntent(stripe, 'settled-declined')
    await stripe.paymentIntents.confirm(id, {
      payment_method: 'pm_card_authenticationRequiredChargeDeclinedInsufficientFunds',
    })
    expect((await settle(id, 'succeed')).body).toMatchObject({
      status: 'requires_payment_method',
      last_payment_error: { decline_code: 'insufficient_funds' },
    })
  })

  test('cannot be settled by a page in a browser', async () => {
    const { id } = await newIntent(stripe, 'settled-page')
    await stripe.paymentIntents.confirm(id, secure)
    expect((await settle(id, 'succeed', { origin: 'https://evil.test' })).status).toBe(403)
    expect((await stripe.paymentIntents.retrieve(id)).status).toBe('requires_action')
  })
})

import { afterAll, describe, expect, test } from 'bun:test'
import { Stripe } from 'stripe'
import {
  PUBLISHABLE_KEY,
  accountOf,
  newIntent,
  refusal,
  startForTest,
  withToken,
} from '../testing.ts'

const { stripe, url, stop } = startForTest()
afterAll(stop)

const typed = (number: string) => ({ number, exp_month: '12', exp_year: '2034', cvc: '123' })

async function statusAfter(orderId: string, wish: Stripe.PaymentIntentConfirmParams) {
  const { id } = await newIntent(stripe, orderId)
  return (await stripe.paymentIntents.confirm(id, wish)).status
}

describe('a card token', () => {
  test('is made of a card and pays once', async () => {
    const token = await stripe.tokens.create({ card: typed('4242 4242 4242 4242') })
    expect(token).toMatchObject({
      object: 'token',
      type: 'card',
      used: false,
      card: { object: 'card', brand: 'visa', last4: '4242', exp_month: 12, exp_year: 2034 },
    })
    expect(JSON.stringify(token)).not.toContain('42424242')
    expect(await statusAfter('token', withToken(token.id))).toBe('requires_capture')
    expect((await stripe.tokens.retrieve(token.id)).used).toBe(true)
    expect(await refusal(statusAfter('token-again', withToken(token.id)))).toMatchObject({
      statusCode: 400,
      code: 'token_already_used',
    })
  })

  test('that is built in pays any number of times', async () => {
    expect(await statusAfter('builtin-1', withToken('tok_amex'))).toBe('requires_capture')
    expect(await statusAfter('builtin-2', withToken('tok_amex'))).toBe('requires_capture')
  })

  test('stays unspent when the call is refused', async () => {
    const token = await stripe.tokens.create({ card: typed('4242424242424242') })
    const redirecting = await stripe.paymentIntents.create({ amount: 1000, currency: 'usd' })
    const refused = await refusal(
      stripe.paymentIntents.confirm(redirecting.id, withToken(token.id)),
    )
    expect(refused.message).toContain('return_url')
    expect((await stripe.tokens.retrieve(token.id)).used).toBe(false)
    expect(await statusAfter('unspent', withToken(token.id))).toBe('requires_capture')
  })

  test('is not made of a card that cannot be right', async () => {
    const card = typed('4242424242424241')
    expect(await refusal(stripe.tokens.create({ card }))).toMatchObject({
      type: 'StripeCardError',
      statusCode: 402,
      code: 'incorrect_number',
      param: 'card[number]',
    })
    const past = { ...typed('4242424242424242'), exp_year: '2020' }
    expect((await refusal(stripe.tokens.create({ card: past }))).code).toBe('invalid_expiry_year')
  })

  test('may be made with the publishable key, an intent may not', async () => {
    const browser = new Stripe(PUBLISHABLE_KEY, {
      host: '127.0.0.1',
      port: new URL(url).port,
      protocol: 'http',
    })
    const token = await browser.tokens.create({ card: typed('4242424242424242') })
    expect(token.object).toBe('token')
    const error = await refusal(browser.paymentIntents.create({ amount: 100, currency: 'usd' }))
    expect(error).toMatchObject({ statusCode: 401, code: 'secret_key_required' })
  })
})

describe('a PaymentMethod', () => {
  test('is made of a card and pays once, as one without a customer', async () => {
    const method = await stripe.paymentMethods.create({
      type: 'card',
      card: { number: '5555555555554444', exp_month: 1, exp_year: 2035, cvc: '999' },
      billing_details: { name: 'Ada', address: { city: 'London' } },
    })
    expect(method).toMatchObject({
      card: { brand: 'mastercard', last4: '4444' },
      billing_details: { name: 'Ada', email: null, address: { city: 'London', line1: null } },
    })
    expect(await stripe.paymentMethods.retrieve(method.id)).toMatchObject({ id: method.id })
    const wish = { payment_method: method.id }
    expect(await statusAfter('method', wish)).toBe('requires_capture')
    const again = await refusal(statusAfter('method-again', wish))
    expect(again.message).toContain('previously used')
  })

  test('that is built in becomes one of its own each time', async () => {
    const method = await stripe.paymentMethods.retrieve('pm_card_visa')
    expect(method.id).toMatch(/^pm_\w{24}$/)
  })
})

describe('a ConfirmationToken', () => {
  test('shows its card, confirms one intent, and no second one', async () => {
    const token = await stripe.testHelpers.confirmationTokens.create({
      payment_method: 'pm_card_visa',
      return_url: 'https://shop.test/return',
    })
    expect(token).toMatchObject({
      object: 'confirmation_token',
      payment_intent: null,
      payment_method_preview: { type: 'card', card: { last4: '4242' } },
    })
    const intent = await newIntent(stripe, 'ctoken')
    const wish = { confirmation_token: token.id }
    const held = await stripe.paymentIntents.confirm(intent.id, wish)
    expect(held.status).toBe('requires_capture')
    const spent = await stripe.confirmationTokens.retrieve(token.id)
    expect(spent.payment_intent).toBe(intent.id)
    expect((await refusal(statusAfter('ctoken-again', wish))).statusCode).toBe(400)
  })
})

describe('3D Secure', () => {
  const secure = { payment_method: 'pm_card_authenticationRequired' }

  async function challenge(id: string, result: string) {
    const reply = await fetch(`${url}/sandbox/payment_intents/${id}/challenge`, {
      method: 'POST',
      body: JSON.stringify({ result }),
    })
    return { status: reply.status, body: (await reply.json()) as Stripe.PaymentIntent }
  }

  test('asks for an action; the money is held once the challenge is passed', async () => {
    const { id } = await newIntent(stripe, 'secure')
    const asked = await stripe.paymentIntents.confirm(id, {
      ...secure,
      return_url: 'https://shop.test/return',
    })
    expect(asked).toMatchObject({
      status: 'requires_action',
      next_action: {
        type: 'redirect_to_url',
        redirect_to_url: {
          return_url: 'https://shop.test/return',
          url: `http://sandbox.test/sandbox/payment_intents/${id}/challenge`,
        },
      },
    })
    expect(await accountOf(url, 'secure')).toMatchObject({ authorised: 0 })
    const { status, body } = await challenge(id, 'succeed')
    expect({ status, intent: body.status }).toEqual({ status: 200, intent: 'requires_capture' })
    expect(await accountOf(url, 'secure')).toMatchObject({ authorised: 1000 })
    expect((await challenge(id, 'succeed')).status).toBe(400)
    expect(await accountOf(url, 'secure')).toMatchObject({ authorised: 1000 })
  })

  test('without a return_url leaves the action to Stripe.js', async () => {
    const { id } = await newIntent(stripe, 'secure-sdk')
    const { next_action } = await stripe.paymentIntents.confirm(id, secure)
    expect(next_action?.type).toBe('use_stripe_sdk')
  })

  test('that is failed leaves the intent payable', async () => {
    const { id } = await newIntent(stripe, 'secure-failed')
    await stripe.paymentIntents.confirm(id, secure)
    const { body } = await challenge(id, 'fail')
    expect(body).toMatchObject({
      status: 'requires_payment_method',
      payment_method: null,
      last_payment_error: { code: 'payment_intent_authentication_failure' },
    })
    const paid = await stripe.paymentIntents.confirm(id, { payment_method: 'pm_card_visa' })
    expect(paid.status).toBe('requires_capture')
  })

  test('can be passed and the card be declined after all', async () => {
    const { id } = await newIntent(stripe, 'secure-declined')
    await stripe.paymentIntents.confirm(id, {
      payment_method: 'pm_card_authenticationRequiredChargeDeclinedInsufficientFunds',
    })
    const { body } = await challenge(id, 'succeed')
    expect(body).toMatchObject({
      status: 'requires_payment_method',
      last_payment_error: { decline_code: 'insufficient_funds' },
    })
  })

  test('is a decline where nobody can act', async () => {
    const { id } = await newIntent(stripe, 'secure-nobody')
    const wish = { ...secure, error_on_requires_action: true }
    expect(await refusal(stripe.paymentIntents.confirm(id, wish))).toMatchObject({
      type: 'StripeCardError',
      statusCode: 402,
      code: 'authentication_required',
      payment_intent: { status: 'requires_payment_method' },
    })
  })
})

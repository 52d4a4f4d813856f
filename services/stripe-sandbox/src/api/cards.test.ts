import { afterAll, describe, expect, test } from 'bun:test'
import { Stripe } from 'stripe'
import { isReal, openAccount } from '../testing/account.ts'
import { PUBLISHABLE_KEY, newIntent, stripeErrorOf, withToken } from '../testing/index.ts'

const { stripe, url, stop } = openAccount()
afterAll(stop)

const typed = (number: string) => ({ number, exp_month: '12', exp_year: '2034', cvc: '123' })

async function statusAfter(orderId: string, request: Stripe.PaymentIntentConfirmParams) {
  const { id } = await newIntent(stripe, orderId)
  return (await stripe.paymentIntents.confirm(id, request)).status
}

test('a built-in card token can be used any number of times', async () => {
  expect(await statusAfter('builtin-1', withToken('tok_amex'))).toBe('requires_capture')
  expect(await statusAfter('builtin-2', withToken('tok_amex'))).toBe('requires_capture')
})

// The real Stripe accepts raw card numbers only from approved accounts.
describe.skipIf(isReal)('a card token', () => {
  test('is created from a card and pays once', async () => {
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
    expect(await stripeErrorOf(statusAfter('token-again', withToken(token.id)))).toMatchObject({
      statusCode: 400,
      code: 'token_already_used',
    })
  })

  test('stays unused when the call fails', async () => {
    const token = await stripe.tokens.create({ card: typed('4242424242424242') })
    const redirecting = await stripe.paymentIntents.create({ amount: 1000, currency: 'usd' })
    const refused = await stripeErrorOf(
      stripe.paymentIntents.confirm(redirecting.id, withToken(token.id)),
    )
    expect(refused.message).toContain('return_url')
    expect((await stripe.tokens.retrieve(token.id)).used).toBe(false)
    expect(await statusAfter('unspent', withToken(token.id))).toBe('requires_capture')
  })

  test('is not created from an invalid card', async () => {
    const card = typed('4242424242424241')
    expect(await stripeErrorOf(stripe.tokens.create({ card }))).toMatchObject({
      type: 'StripeCardError',
      statusCode: 402,
      code: 'incorrect_number',
      param: 'card[number]',
    })
    const past = { ...typed('4242424242424242'), exp_year: '2020' }
    expect((await stripeErrorOf(stripe.tokens.create({ card: past }))).code).toBe(
      'invalid_expiry_year',
    )
  })

  test('can be created with the publishable key, unlike an intent', async () => {
    const browser = new Stripe(PUBLISHABLE_KEY, {
      host: '127.0.0.1',
      port: new URL(url).port,
      protocol: 'http',
    })
    const token = await browser.tokens.create({ card: typed('4242424242424242') })
    expect(token.object).toBe('token')
    const error = await stripeErrorOf(
      browser.paymentIntents.create({ amount: 100, currency: 'usd' }),
    )
    expect(error).toMatchObject({ statusCode: 401, code: 'secret_key_required' })
  })
})

describe('a PaymentMethod', () => {
  test('is created from a card and pays once without a customer', async () => {
    const method = await stripe.paymentMethods.create({
      type: 'card',
      card: { token: 'tok_mastercard' },
      billing_details: { name: 'Ada', address: { city: 'London' } },
    })
    expect(method).toMatchObject({
      card: { brand: 'mastercard', last4: '4444' },
      billing_details: { name: 'Ada', email: null, address: { city: 'London', line1: null } },
    })
    expect(await stripe.paymentMethods.retrieve(method.id)).toMatchObject({ id: method.id })
    const request = { payment_method: method.id }
    expect(await statusAfter('method', request)).toBe('requires_capture')
    const again = await stripeErrorOf(statusAfter('method-again', request))
    expect(again.message).toContain('previously used')
  })

  test.skipIf(isReal)('is copied for each use when built in', async () => {
    const method = await stripe.paymentMethods.retrieve('pm_card_visa')
    expect(method.id).toMatch(/^pm_\w{24}$/)
  })
})

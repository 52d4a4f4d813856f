import { afterAll, describe, expect, test } from 'bun:test'
import type { Stripe } from 'stripe'
import { moneyOf, openAccount } from '../testing/account.ts'
import { newIntent, stripeErrorOf, withToken } from '../testing/index.ts'

const account = openAccount()
const { stripe } = account
afterAll(account.stop)

test('requires a return_url for methods that may redirect', async () => {
  const { id } = await stripe.paymentIntents.create({ amount: 1000, currency: 'usd' })
  const payment_method = 'pm_card_visa'
  const error = await stripeErrorOf(stripe.paymentIntents.confirm(id, { payment_method }))
  expect(error.message).toContain('you must provide a `return_url`')
  const done = await stripe.paymentIntents.confirm(id, {
    payment_method,
    return_url: 'https://shop.test/return',
  })
  expect(done.status).toBe('succeeded')
})

test('rejects payment_method_types, removed in the release "endive"', async () => {
  const request = { amount: 1000, currency: 'usd', payment_method_types: ['card'] }
  expect(await stripeErrorOf(stripe.paymentIntents.create(request))).toMatchObject({
    statusCode: 400,
    code: 'payment_method_types_no_longer_supported',
    param: 'payment_method_types',
  })
})

describe('a declined card', () => {
  test.each([
    ['tok_visa_chargeDeclined', 'card_declined', 'generic_decline'],
    ['tok_visa_chargeDeclinedInsufficientFunds', 'card_declined', 'insufficient_funds'],
    ['tok_visa_chargeDeclinedLostCard', 'card_declined', 'lost_card'],
    ['tok_visa_chargeDeclinedStolenCard', 'card_declined', 'stolen_card'],
    ['tok_chargeDeclinedExpiredCard', 'expired_card', 'expired_card'],
    ['tok_chargeDeclinedIncorrectCvc', 'incorrect_cvc', 'incorrect_cvc'],
    ['tok_chargeDeclinedProcessingError', 'processing_error', 'processing_error'],
  ])('%s returns %s and leaves the intent payable', async (token, code, decline_code) => {
    const { id } = await newIntent(stripe, token)
    const error = await stripeErrorOf(stripe.paymentIntents.confirm(id, withToken(token)))
    expect(error).toMatchObject({
      type: 'StripeCardError',
      statusCode: 402,
      code,
      decline_code,
      payment_intent: { id, status: 'requires_payment_method', payment_method: null },
      payment_method: { object: 'payment_method' },
    })
    const charge = await stripe.charges.retrieve(error.charge ?? '')
    expect(charge).toMatchObject({ status: 'failed', paid: false, failure_code: code })
    const after = await stripe.paymentIntents.retrieve(id)
    expect(after).toMatchObject({
      latest_charge: charge.id,
      last_payment_error: { type: 'card_error', code, decline_code, charge: charge.id },
    })
    expect(await moneyOf(account, id)).toEqual({ held: 0, taken: 0, back: 0 })

    const retried = await stripe.paymentIntents.confirm(id, withToken('tok_visa'))
    expect(retried).toMatchObject({ status: 'requires_capture', last_payment_error: null })
    expect(await moneyOf(account, id)).toEqual({ held: 1000, taken: 0, back: 0 })
  })

  test('keeps the intent even when create confirmed it', async () => {
    const error = await stripeErrorOf(
      stripe.paymentIntents.create({
        amount: 1000,
        currency: 'usd',
        confirm: true,
        payment_method: 'pm_card_chargeDeclined',
        allowed_payment_method_types: ['card'],
      }),
    )
    const id = error.payment_intent?.id ?? ''
    expect((await stripe.paymentIntents.retrieve(id)).status).toBe('requires_payment_method')
  })
})

test('an unknown id is a 404 in the path and a 400 in a parameter', async () => {
  expect(await stripeErrorOf(stripe.paymentIntents.retrieve('pi_unknown'))).toMatchObject({
    type: 'StripeInvalidRequestError',
    statusCode: 404,
    code: 'resource_missing',
    message: "No such payment_intent: 'pi_unknown'",
  })
  const { id } = await newIntent(stripe, 'unknown-card')
  const wishes: Stripe.PaymentIntentConfirmParams[] = [
    { payment_method: 'pm_unknown' },
    withToken('tok_unknown'),
    { confirmation_token: 'ctoken_unknown' },
  ]
  for (const request of wishes)
    expect(await stripeErrorOf(stripe.paymentIntents.confirm(id, request))).toMatchObject({
      statusCode: 400,
      code: 'resource_missing',
    })
})

test('a failed create leaves no intent', async () => {
  const request = { amount: 1000, currency: 'usd', confirm: true, payment_method: 'pm_unknown' }
  const { data: before } = await stripe.paymentIntents.list({ limit: 1 })
  expect(await stripeErrorOf(stripe.paymentIntents.create(request))).toMatchObject({
    statusCode: 400,
  })
  const { data: after } = await stripe.paymentIntents.list({ limit: 1 })
  expect(after).toEqual(before)
})

test('requires exactly one card', async () => {
  const { id } = await newIntent(stripe, 'no-card')
  const missing = await stripeErrorOf(stripe.paymentIntents.confirm(id))
  expect(missing.code).toBe('payment_intent_unexpected_state')
  expect(missing.message).toContain("it's missing a payment method")
  const both = { ...withToken('tok_visa'), payment_method: 'pm_card_visa' }
  expect(await stripeErrorOf(stripe.paymentIntents.confirm(id, both))).toMatchObject({
    statusCode: 400,
  })
})

import { afterAll, describe, expect, test } from 'bun:test'
import type { Stripe } from 'stripe'
import { idOf } from '../ledger/objects.ts'
import { moneyOf, openAccount } from '../testing/account.ts'
import { newHold, newIntent, refusal, withToken } from '../testing/index.ts'

const account = openAccount()
const { stripe } = account
afterAll(account.stop)

describe('a payment with a manual capture', () => {
  test('is authorised, then captured, and the ledger tells both', async () => {
    const created = await newIntent(stripe, 'manual')
    expect(created).toMatchObject({
      object: 'payment_intent',
      status: 'requires_payment_method',
      amount: 1000,
      currency: 'usd',
      latest_charge: null,
      payment_method: null,
      livemode: false,
      metadata: { orderId: 'manual', paymentId: 'payment-of-manual' },
    })
    expect(created.client_secret).toStartWith(`${created.id}_secret_`)

    const held = await stripe.paymentIntents.confirm(created.id, {
      payment_method: 'pm_card_visa',
      expand: ['latest_charge'],
    })
    expect(held).toMatchObject({
      status: 'requires_capture',
      amount_capturable: 1000,
      amount_received: 0,
      latest_charge: {
        object: 'charge',
        captured: false,
        paid: true,
        status: 'succeeded',
        payment_intent: created.id,
        metadata: { orderId: 'manual' },
        payment_method_details: { type: 'card', card: { brand: 'visa', last4: '4242' } },
      },
    })
    expect(await moneyOf(account, created.id)).toEqual({ held: 1000, taken: 0, back: 0 })

    const captured = await stripe.paymentIntents.capture(created.id)
    expect(captured).toMatchObject({
      status: 'succeeded',
      amount_capturable: 0,
      amount_received: 1000,
    })
    const charge = await stripe.charges.retrieve(idOf(captured.latest_charge))
    expect(charge).toMatchObject({ captured: true, amount_captured: 1000 })
    expect(await moneyOf(account, created.id)).toEqual({ held: 0, taken: 1000, back: 0 })
  })

  test('gives back what a smaller capture leaves', async () => {
    const { id } = await newHold(stripe, 'smaller')
    const captured = await stripe.paymentIntents.capture(id, { amount_to_capture: 600 })
    expect(captured).toMatchObject({ amount: 1000, amount_received: 600, status: 'succeeded' })
    expect(await moneyOf(account, id)).toEqual({ held: 0, taken: 600, back: 0 })
  })

  test('cannot capture more than is held', async () => {
    const { id } = await newHold(stripe, 'larger')
    const error = await refusal(stripe.paymentIntents.capture(id, { amount_to_capture: 1001 }))
    expect(error).toMatchObject({ code: 'amount_too_large', param: 'amount_to_capture' })
    expect(await moneyOf(account, id)).toEqual({ held: 1000, taken: 0, back: 0 })
  })

  test('gives everything back when it is cancelled', async () => {
    const { id } = await newHold(stripe, 'cancelled')
    const canceled = await stripe.paymentIntents.cancel(id, { cancellation_reason: 'abandoned' })
    expect(canceled).toMatchObject({
      status: 'canceled',
      amount_capturable: 0,
      cancellation_reason: 'abandoned',
    })
    expect(canceled.canceled_at).toBeNumber()
    expect(await moneyOf(account, id)).toEqual({ held: 0, taken: 0, back: 0 })
  })
})

test('an automatic capture takes the money with the confirmation, also within create', async () => {
  const intent = await stripe.paymentIntents.create({
    amount: 2500,
    currency: 'usd',
    confirm: true,
    payment_method: 'pm_card_mastercard',
    automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
    metadata: { orderId: 'automatic' },
  })
  expect(intent).toMatchObject({ status: 'succeeded', amount_received: 2500 })
  expect(await moneyOf(account, intent.id)).toEqual({ held: 0, taken: 2500, back: 0 })
})

test('methods that may redirect need a return_url, as at Stripe', async () => {
  const { id } = await stripe.paymentIntents.create({ amount: 1000, currency: 'usd' })
  const payment_method = 'pm_card_visa'
  const error = await refusal(stripe.paymentIntents.confirm(id, { payment_method }))
  expect(error.message).toContain('you must provide a `return_url`')
  const done = await stripe.paymentIntents.confirm(id, {
    payment_method,
    return_url: 'https://shop.test/return',
  })
  expect(done.status).toBe('succeeded')
})

test('payment_method_types is gone since the release "endive", as at Stripe', async () => {
  const wish = { amount: 1000, currency: 'usd', payment_method_types: ['card'] }
  expect(await refusal(stripe.paymentIntents.create(wish))).toMatchObject({
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
  ])('%s is told as %s, and the intent can be paid again', async (token, code, decline_code) => {
    const { id } = await newIntent(stripe, token)
    const error = await refusal(stripe.paymentIntents.confirm(id, withToken(token)))
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

  test('leaves an intent behind even when create confirmed it', async () => {
    const error = await refusal(
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
  expect(await refusal(stripe.paymentIntents.retrieve('pi_unknown'))).toMatchObject({
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
  for (const wish of wishes)
    expect(await refusal(stripe.paymentIntents.confirm(id, wish))).toMatchObject({
      statusCode: 400,
      code: 'resource_missing',
    })
})

test('a create that is refused on its way leaves nothing behind', async () => {
  const wish = { amount: 1000, currency: 'usd', confirm: true, payment_method: 'pm_unknown' }
  const { data: before } = await stripe.paymentIntents.list({ limit: 1 })
  expect(await refusal(stripe.paymentIntents.create(wish))).toMatchObject({ statusCode: 400 })
  const { data: after } = await stripe.paymentIntents.list({ limit: 1 })
  expect(after).toEqual(before)
})

test('a card has to be named, and only once', async () => {
  const { id } = await newIntent(stripe, 'no-card')
  const missing = await refusal(stripe.paymentIntents.confirm(id))
  expect(missing.code).toBe('payment_intent_unexpected_state')
  expect(missing.message).toContain("it's missing a payment method")
  const both = { ...withToken('tok_visa'), payment_method: 'pm_card_visa' }
  expect(await refusal(stripe.paymentIntents.confirm(id, both))).toMatchObject({ statusCode: 400 })
})

import { afterAll, describe, expect, test } from 'bun:test'
import { idOf } from '../ledger/objects.ts'
import { moneyOf, openAccount } from '../testing/account.ts'
import { newHold, newIntent, stripeErrorOf } from '../testing/index.ts'

const account = openAccount()
const { stripe } = account
afterAll(account.stop)

describe('a payment with manual capture', () => {
  test('is authorized, then captured, and the ledger has both', async () => {
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

  test('releases the rest after a partial capture', async () => {
    const { id } = await newHold(stripe, 'smaller')
    const captured = await stripe.paymentIntents.capture(id, { amount_to_capture: 600 })
    expect(captured).toMatchObject({ amount: 1000, amount_received: 600, status: 'succeeded' })
    expect(await moneyOf(account, id)).toEqual({ held: 0, taken: 600, back: 0 })
  })

  test('cannot capture more than authorized', async () => {
    const { id } = await newHold(stripe, 'larger')
    const error = await stripeErrorOf(
      stripe.paymentIntents.capture(id, { amount_to_capture: 1001 }),
    )
    expect(error).toMatchObject({ code: 'amount_too_large', param: 'amount_to_capture' })
    expect(await moneyOf(account, id)).toEqual({ held: 1000, taken: 0, back: 0 })
  })

  test('releases everything when cancelled', async () => {
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

test('automatic capture happens at confirmation, also within create', async () => {
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

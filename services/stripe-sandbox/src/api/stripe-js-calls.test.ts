import { Database } from 'bun:sqlite'
import { afterAll, describe, expect, test } from 'bun:test'
import type { Stripe } from 'stripe'
import { PUBLISHABLE_KEY, newIntent, startForTest } from '../testing/index.ts'

const { stripe, url, file, stop } = startForTest()
afterAll(stop)

async function call(path: string, fields: Record<string, string>, key = PUBLISHABLE_KEY) {
  const response = await fetch(`${url}/stripe-sandbox/v1/${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}` },
    body: new URLSearchParams(fields),
  })
  return {
    status: response.status,
    body: (await response.json()) as { id: string; error?: object },
  }
}

const typed = (number: string, others: Record<string, string> = {}) =>
  call('confirmation_tokens', {
    'payment_method_data[type]': 'card',
    'payment_method_data[card][number]': number,
    'payment_method_data[card][exp_month]': '12',
    'payment_method_data[card][exp_year]': '2034',
    'payment_method_data[card][cvc]': '123',
    ...others,
  })

const lookUp = (id: string, fields: Record<string, string>) =>
  call(`payment_intents/${id}/look_up`, fields)

describe('a browser', () => {
  test('exchanges a card for a token that pays once', async () => {
    const billing = { 'payment_method_data[billing_details][address][postal_code]': '04101' }
    const { status, body } = await typed('4242424242424242', billing)
    expect({ status, body }).toMatchObject({
      status: 200,
      body: {
        object: 'confirmation_token',
        payment_method_preview: {
          card: { brand: 'visa', last4: '4242' },
          billing_details: { address: { postal_code: '04101' } },
        },
      },
    })
    expect(JSON.stringify(body)).not.toContain('42424242')
    const { id } = await newIntent(stripe, 'typed')
    const held = await stripe.paymentIntents.confirm(id, { confirmation_token: body.id })
    expect(held.status).toBe('requires_capture')
  })

  test('gets the error of an invalid card', async () => {
    expect(await typed('4242424242424241')).toMatchObject({
      status: 402,
      body: { error: { type: 'card_error', code: 'incorrect_number' } },
    })
  })

  test('must send a raw card and the publishable key', async () => {
    const built = await call('confirmation_tokens', { payment_method: 'pm_card_visa' })
    expect(built).toMatchObject({ status: 400, body: { error: { code: 'parameter_unknown' } } })
    expect((await call('confirmation_tokens', {}, 'pk_test_other')).status).toBe(401)
  })

  test('gets the public fields of an intent by its client secret', async () => {
    const { id, client_secret } = await newIntent(stripe, 'seen')
    const { status, body } = await lookUp(id, { client_secret: client_secret ?? '' })
    expect({ status, id: body.id }).toEqual({ status: 200, id })
    for (const hidden of ['metadata', 'latest_charge', 'amount_capturable'])
      expect(body).not.toHaveProperty(hidden)
    const request = { client_secret: client_secret ?? '', 'expand[]': 'latest_charge' }
    expect((await lookUp(id, request)).status).toBe(400)
  })

  test('gets no intent without its client secret', async () => {
    const { id } = await newIntent(stripe, 'unseen')
    expect(await lookUp(id, { client_secret: `${id}_secret_1` })).toMatchObject({
      status: 404,
      body: { error: { code: 'resource_missing' } },
    })
    expect((await lookUp(id, {})).status).toBe(400)
  })
})

test('numbers that are not test cards are stored masked', async () => {
  const { body } = await typed('4111111111111111')
  const db = new Database(file)
  const stored = db.query('SELECT number FROM cards WHERE owner = ?').get(body.id)
  db.close()
  expect(stored).toEqual({ number: '4111xxxx1111' })
})

describe('the next action of a typed-in card', () => {
  const return_url = 'https://shop.test/orders/1'

  async function actionAfter(orderId: string, request: Stripe.PaymentIntentConfirmParams = {}) {
    const { body } = await typed('4000002760003184', { return_url })
    const { id } = await newIntent(stripe, orderId)
    const confirmed = { ...request, confirmation_token: body.id }
    return (await stripe.paymentIntents.confirm(id, confirmed)).next_action?.type
  }

  test('is handled by Stripe.js', async () => {
    expect(await actionAfter('sdk')).toBe('use_stripe_sdk')
  })

  test('is a redirect when the server requests it', async () => {
    expect(await actionAfter('redirect', { use_stripe_sdk: false })).toBe('redirect_to_url')
  })
})

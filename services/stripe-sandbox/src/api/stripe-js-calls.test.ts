import { Database } from 'bun:sqlite'
import { afterAll, describe, expect, test } from 'bun:test'
import type { Stripe } from 'stripe'
import { PUBLISHABLE_KEY, newIntent, startForTest } from '../testing/index.ts'

const { stripe, url, file, stop } = startForTest()
afterAll(stop)

async function call(path: string, fields: Record<string, string>, key = PUBLISHABLE_KEY) {
  const reply = await fetch(`${url}/stripe-sandbox/v1/${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}` },
    body: new URLSearchParams(fields),
  })
  return { status: reply.status, body: (await reply.json()) as { id: string; error?: object } }
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
  test('trades a card for a token that pays once', async () => {
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

  test('is told what is wrong with a card', async () => {
    expect(await typed('4242424242424241')).toMatchObject({
      status: 402,
      body: { error: { type: 'card_error', code: 'incorrect_number' } },
    })
  })

  test('has to type a card in, and to name its key', async () => {
    const built = await call('confirmation_tokens', { payment_method: 'pm_card_visa' })
    expect(built).toMatchObject({ status: 400, body: { error: { code: 'parameter_unknown' } } })
    expect((await call('confirmation_tokens', {}, 'pk_test_other')).status).toBe(401)
  })

  test('sees an intent whose client secret it knows, without what is the shop’s', async () => {
    const { id, client_secret } = await newIntent(stripe, 'seen')
    const { status, body } = await lookUp(id, { client_secret: client_secret ?? '' })
    expect({ status, id: body.id }).toEqual({ status: 200, id })
    for (const hidden of ['metadata', 'latest_charge', 'amount_capturable'])
      expect(body).not.toHaveProperty(hidden)
    const wish = { client_secret: client_secret ?? '', 'expand[]': 'latest_charge' }
    expect((await lookUp(id, wish)).status).toBe(400)
  })

  test('sees no intent without its client secret', async () => {
    const { id } = await newIntent(stripe, 'unseen')
    expect(await lookUp(id, { client_secret: `${id}_secret_1` })).toMatchObject({
      status: 404,
      body: { error: { code: 'resource_missing' } },
    })
    expect((await lookUp(id, {})).status).toBe(400)
  })
})

test('of a number that is no test card only the ends are written down', async () => {
  const { body } = await typed('4111111111111111')
  const db = new Database(file)
  const kept = db.query('SELECT number FROM cards WHERE owner = ?').get(body.id)
  db.close()
  expect(kept).toEqual({ number: '4111xxxx1111' })
})

describe('the next action of a card that was typed in', () => {
  const return_url = 'https://shop.test/orders/1'

  async function actionAfter(orderId: string, wish: Stripe.PaymentIntentConfirmParams = {}) {
    const { body } = await typed('4000002760003184', { return_url })
    const { id } = await newIntent(stripe, orderId)
    const confirmed = { ...wish, confirmation_token: body.id }
    return (await stripe.paymentIntents.confirm(id, confirmed)).next_action?.type
  }

  test('is Stripe.js’s, as it made the token', async () => {
    expect(await actionAfter('sdk')).toBe('use_stripe_sdk')
  })

  test('is a redirect where the server says so', async () => {
    expect(await actionAfter('redirect', { use_stripe_sdk: false })).toBe('redirect_to_url')
  })
})

import { afterAll, describe, expect, test } from 'bun:test'
import { PUBLISHABLE_KEY, newHold, newIntent, startForTest } from '../../testing/index.ts'
import { createStripe } from './shop/create-stripe.ts'

const { stripe: server, url, stop } = startForTest()
afterAll(stop)

const stripe = createStripe(new URL('/stripe-sandbox/', url), PUBLISHABLE_KEY)
const options = { mode: 'payment', amount: 1000, currency: 'usd' }

test('accepts only publishable test keys', () => {
  for (const key of ['pk_live_1', 'sk_test_1', '', undefined])
    expect(() => createStripe(new URL(url), key)).toThrow('only publishable test keys')
})

test('has what the @stripe wrappers expect', () => {
  for (const name of ['elements', 'createToken', 'createPaymentMethod', 'confirmCardPayment'])
    expect(Reflect.get(stripe, name)).toBeInstanceOf(Function)
  expect(Reflect.get(stripe, 'createToken')()).rejects.toThrow('has no createToken')
})

describe('Elements', () => {
  test.each([
    [{}, 'mode'],
    [{ ...options, mode: 'setup' }, 'mode'],
    [{ ...options, amount: 0 }, 'amount'],
    [{ ...options, amount: 10.5 }, 'amount'],
    [{ ...options, currency: 'USD' }, 'currency'],
    [{ ...options, paymentMethodTypes: ['card'] }, 'paymentMethodTypes'],
  ])('are not made of %j', (wrong, part) => {
    expect(() => stripe.elements(wrong)).toThrow(part)
  })

  test('accept a valid new amount only', async () => {
    const elements = stripe.elements(options)
    let ends = 0
    elements.on('update-end', () => ends++)
    await elements.update({ amount: 2000 })
    expect(ends).toBe(1)
    expect(elements.update({ amount: -1 })).rejects.toThrow('amount')
  })

  test('have one Payment Element at a time', () => {
    const elements = stripe.elements(options)
    const element = elements.create('payment')
    expect(elements.getElement('payment')).toBe(element)
    expect(elements.getElement({ __elementType: 'payment' })).toBe(element)
    expect(() => elements.create('payment')).toThrow('only create one')
    expect(() => elements.create('card')).toThrow('no Element of type card')
    element.destroy()
    expect(elements.getElement('payment')).toBeNull()
    expect(elements.create('payment')).not.toBe(element)
  })

  test('must be submitted before creating a token', async () => {
    const elements = stripe.elements(options)
    elements.create('payment')
    expect(elements.submit()).rejects.toThrow('mounted')
    expect(stripe.createConfirmationToken({ elements })).rejects.toThrow('elements.submit()')
    expect(stripe.createConfirmationToken({ elements: {} })).rejects.toThrow('stripe.elements()')
  })
})

describe('an intent', () => {
  test('is retrieved by its client secret', async () => {
    const { id, client_secret } = await newIntent(server, 'secret')
    const found = await stripe.retrievePaymentIntent(client_secret)
    expect(found).toMatchObject({ paymentIntent: { id, status: 'requires_payment_method' } })
    const refused = await stripe.retrievePaymentIntent(`${id}_secret_wrong`)
    expect(refused).toMatchObject({ error: { code: 'resource_missing' } })
    expect(stripe.retrievePaymentIntent('pi_1')).rejects.toThrow('clientSecret')
  })

  test('has no next action when none is required', async () => {
    const { client_secret: clientSecret } = await newHold(server, 'nothing-next')
    expect(stripe.handleNextAction({ clientSecret })).rejects.toThrow(
      'not in the requires_action state',
    )
  })
})

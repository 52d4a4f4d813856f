import { Database } from 'bun:sqlite'
import { afterAll, describe, expect, test } from 'bun:test'
import type { Stripe } from 'stripe'
import { isReal, moneyOf, openAccount } from '../testing/account.ts'
import { newIntent, stripeErrorOf } from '../testing/index.ts'

const account = openAccount()
const { stripe } = account
afterAll(account.stop)

const { confirmationTokens } = stripe.testHelpers
const newToken = (payment_method: string) => confirmationTokens.create({ payment_method })

const confirm = ({ id }: Stripe.PaymentIntent, { id: token }: Stripe.ConfirmationToken) =>
  stripe.paymentIntents.confirm(id, { confirmation_token: token })

describe('a ConfirmationToken', () => {
  test('shows its card and confirms an intent', async () => {
    const token = await newToken('pm_card_visa')
    expect(token).toMatchObject({
      object: 'confirmation_token',
      payment_intent: null,
      payment_method_preview: { type: 'card', card: { brand: 'visa', last4: '4242' } },
    })
    expect(token.expires_at).toBeGreaterThan(token.created)
    const intent = await newIntent(stripe, 'ctoken')
    expect(await confirm(intent, token)).toMatchObject({ status: 'requires_capture' })
    expect(await moneyOf(account, intent.id)).toEqual({ held: 1000, taken: 0, back: 0 })
    const spent = await stripe.confirmationTokens.retrieve(token.id)
    expect(spent).toMatchObject({ payment_intent: intent.id, expires_at: null })
  })

  test('confirms only one intent', async () => {
    const token = await newToken('pm_card_visa')
    await confirm(await newIntent(stripe, 'ctoken-first'), token)
    const other = await newIntent(stripe, 'ctoken-second')
    expect(await stripeErrorOf(confirm(other, token))).toMatchObject({ statusCode: 400 })
    expect(await moneyOf(account, other.id)).toEqual({ held: 0, taken: 0, back: 0 })
  })

  test('can be created from a card token', async () => {
    const data = { type: 'card', card: { token: 'tok_amex' } } as never
    const token = await confirmationTokens.create({ payment_method_data: data })
    expect(token.payment_method_preview?.card).toMatchObject({ brand: 'amex' })
    const held = await confirm(await newIntent(stripe, 'ctoken-data'), token)
    expect(held.status).toBe('requires_capture')
  })

  test('passes on the shipping address', async () => {
    const shipping = {
      name: 'Ada Lovelace',
      phone: '+1 555 0100',
      address: { line1: '1 Engine St', city: 'London', postal_code: 'N1', country: 'GB' },
    }
    const token = await confirmationTokens.create({ payment_method: 'pm_card_visa', shipping })
    expect(token.shipping).toMatchObject(shipping)
    const held = await confirm(await newIntent(stripe, 'ctoken-shipping'), token)
    expect(held.shipping).toMatchObject(shipping)
  })

  test('with a declined card leaves the intent payable', async () => {
    const intent = await newIntent(stripe, 'ctoken-declined')
    const declined = await stripeErrorOf(
      confirm(intent, await newToken('pm_card_visa_chargeDeclined')),
    )
    expect(declined).toMatchObject({ statusCode: 402, code: 'card_declined' })
    const held = await confirm(intent, await newToken('pm_card_visa'))
    expect(held.status).toBe('requires_capture')
  })

  test('with a 3D Secure card requires an action', async () => {
    const token = await newToken('pm_card_authenticationRequired')
    const requested = await confirm(await newIntent(stripe, 'ctoken-secure'), token)
    expect(requested.status).toBe('requires_action')
  })

  test('must exist and be the only card', async () => {
    const { id } = await newIntent(stripe, 'ctoken-wrong')
    const both = { payment_method: 'pm_card_visa', confirmation_token: 'ctoken_unknown' }
    for (const request of [both, { confirmation_token: 'ctoken_unknown' }])
      expect(await stripeErrorOf(stripe.paymentIntents.confirm(id, request))).toMatchObject({
        statusCode: 400,
      })
    const unknown = stripe.confirmationTokens.retrieve('ctoken_unknown')
    expect(await stripeErrorOf(unknown)).toMatchObject({
      statusCode: 404,
      code: 'resource_missing',
    })
  })

  test.skipIf(isReal)('cannot be used after it expires', async () => {
    const token = await newToken('pm_card_visa')
    const db = new Database(account.file ?? '', { strict: true })
    db.query("UPDATE objects SET body = json_set(body, '$.expires_at', 1) WHERE id = ?").run(
      token.id,
    )
    db.close()
    const error = await stripeErrorOf(confirm(await newIntent(stripe, 'ctoken-expired'), token))
    expect(error).toMatchObject({ statusCode: 400, param: 'confirmation_token' })
  })
})

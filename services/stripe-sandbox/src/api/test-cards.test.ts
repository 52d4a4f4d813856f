import { afterAll, describe, expect, test } from 'bun:test'
import type { Stripe } from 'stripe'
import { isReal, moneyOf, openAccount } from '../testing/account.ts'
import { newIntent, stripeErrorOf, withToken } from '../testing/index.ts'

const account = openAccount()
const { stripe } = account
afterAll(account.stop)

const ACCEPTED = [
  ['4242424242424242', 'visa', 'tok_visa', 'pm_card_visa'],
  ['4000056655665556', 'visa', 'tok_visa_debit', 'pm_card_visa_debit'],
  ['5555555555554444', 'mastercard', 'tok_mastercard', 'pm_card_mastercard'],
  ['378282246310005', 'amex', 'tok_amex', 'pm_card_amex'],
  ['6011111111111117', 'discover', 'tok_discover', 'pm_card_discover'],
  ['3056930009020004', 'diners', 'tok_diners', 'pm_card_diners'],
  ['3566002020360505', 'jcb', 'tok_jcb', 'pm_card_jcb'],
  ['6200000000000005', 'unionpay', 'tok_unionpay', 'pm_card_unionpay'],
] as const

const DECLINED = [
  ['4000000000000002', 'generic_decline', 'visa_chargeDeclined'],
  ['4000000000009995', 'insufficient_funds', 'visa_chargeDeclinedInsufficientFunds'],
  ['4000000000009987', 'lost_card', 'visa_chargeDeclinedLostCard'],
  ['4000000000009979', 'stolen_card', 'visa_chargeDeclinedStolenCard'],
  ['4000000000000069', 'expired_card', 'chargeDeclinedExpiredCard'],
  ['4000000000000127', 'incorrect_cvc', 'chargeDeclinedIncorrectCvc'],
  ['4000000000000119', 'processing_error', 'chargeDeclinedProcessingError'],
] as const

const AUTHENTICATED = [
  ['4000002760003184', 'authenticationRequired'],
  ['4000002500003155', 'authenticationRequiredOnSetup'],
  ['4000008260003178', 'authenticationRequiredChargeDeclinedInsufficientFunds'],
] as const

async function confirm(request: Stripe.PaymentIntentConfirmParams) {
  const { id } = await newIntent(stripe, crypto.randomUUID())
  return stripe.paymentIntents.confirm(id, { ...request, expand: ['latest_charge'] })
}

async function byNumber(number: string): Promise<Stripe.PaymentIntentConfirmParams> {
  const cvc = number.startsWith('37') ? '1234' : '123'
  const card = { number, exp_month: '12', exp_year: '2034', cvc }
  return withToken((await stripe.tokens.create({ card })).id)
}

async function expectHeld(intent: Stripe.PaymentIntent, brand: string, last4: string) {
  expect(intent).toMatchObject({
    status: 'requires_capture',
    latest_charge: { payment_method_details: { card: { brand, last4 } } },
  })
  expect(await moneyOf(account, intent.id)).toEqual({ held: 1000, taken: 0, back: 0 })
}

async function expectDeclined(call: Promise<Stripe.PaymentIntent>, declineCode: string) {
  const error = await stripeErrorOf(call)
  expect(error).toMatchObject({ statusCode: 402, decline_code: declineCode })
  const id = error.payment_intent?.id ?? ''
  expect(await moneyOf(account, id)).toEqual({ held: 0, taken: 0, back: 0 })
}

describe('a test card that pays', () => {
  test.each(ACCEPTED)('%s: %s by %s and %s', async (number, brand, token, payment_method) => {
    const last4 = number.slice(-4)
    await expectHeld(await confirm(withToken(token)), brand, last4)
    await expectHeld(await confirm({ payment_method }), brand, last4)
    if (!isReal) await expectHeld(await confirm(await byNumber(number)), brand, last4)
  })
})

describe('a test card that is declined', () => {
  test.each(DECLINED)('%s: %s by …_%s', async (number, declineCode, name) => {
    await expectDeclined(confirm(withToken(`tok_${name}`)), declineCode)
    await expectDeclined(confirm({ payment_method: `pm_card_${name}` }), declineCode)
    if (!isReal) await expectDeclined(confirm(await byNumber(number)), declineCode)
  })
})

describe('a test card that must authenticate', () => {
  test.each(AUTHENTICATED)('%s: requires an action by pm_card_%s', async (number, name) => {
    const requested = await confirm({ payment_method: `pm_card_${name}` })
    expect(requested.status).toBe('requires_action')
    expect(await moneyOf(account, requested.id)).toEqual({ held: 0, taken: 0, back: 0 })
    if (!isReal) expect((await confirm(await byNumber(number))).status).toBe('requires_action')
  })
})

import { afterAll, expect, test } from 'bun:test'
import { idOf } from '../ledger/objects.ts'
import { moneyOf, openAccount } from '../testing/account.ts'
import { newHold, stripeErrorOf } from '../testing/index.ts'

const account = openAccount()
const { stripe } = account
afterAll(account.stop)

async function newPayment(orderId: string) {
  const { id } = await newHold(stripe, orderId)
  return stripe.paymentIntents.capture(id)
}

test('refunds a payment completely, once', async () => {
  const { id, latest_charge } = await newPayment('all')
  const refund = await stripe.refunds.create({
    payment_intent: id,
    reason: 'requested_by_customer',
    metadata: { refundId: 'r1' },
  })
  expect(refund).toMatchObject({
    object: 'refund',
    amount: 1000,
    status: 'succeeded',
    charge: latest_charge,
    payment_intent: id,
    reason: 'requested_by_customer',
    metadata: { refundId: 'r1' },
  })
  const again = await stripeErrorOf(stripe.refunds.create({ payment_intent: id }))
  expect(again).toMatchObject({ statusCode: 400, code: 'charge_already_refunded' })
  expect(await stripe.charges.retrieve(idOf(latest_charge))).toMatchObject({
    refunded: true,
    amount_refunded: 1000,
  })
  expect(await moneyOf(account, id)).toEqual({ held: 0, taken: 1000, back: 1000 })
})

test('refunds parts by charge, never more than captured', async () => {
  const { id, latest_charge } = await newPayment('parts')
  const charge = idOf(latest_charge)
  const first = await stripe.refunds.create({ charge, amount: 400 })
  const error = await stripeErrorOf(stripe.refunds.create({ charge, amount: 601 }))
  expect(error).toMatchObject({ statusCode: 400, param: 'amount' })
  expect(error.message).toBe(
    'Refund amount ($6.01) is greater than unrefunded amount on charge ($6.00)',
  )
  const rest = await stripe.refunds.create({ payment_intent: id })
  expect(rest.amount).toBe(600)
  const listed = await stripe.refunds.list({ payment_intent: id })
  expect(listed.data.map((refund) => refund.id)).toEqual([rest.id, first.id])
  expect(await stripe.refunds.retrieve(first.id)).toMatchObject({ amount: 400 })
  expect(await moneyOf(account, id)).toEqual({ held: 0, taken: 1000, back: 1000 })
})

test('an uncaptured payment cannot be refunded, only cancelled', async () => {
  const { id, latest_charge } = await newHold(stripe, 'held')
  for (const target of [{ payment_intent: id }, { charge: idOf(latest_charge) }]) {
    const error = await stripeErrorOf(stripe.refunds.create(target))
    expect(error.message).toContain('You must cancel the PaymentIntent')
  }
  expect(await moneyOf(account, id)).toEqual({ held: 1000, taken: 0, back: 0 })
})

test.each([0, -1])('rejects an amount of %i', async (amount) => {
  const { id } = await newPayment(`amount${amount}`)
  const error = await stripeErrorOf(stripe.refunds.create({ payment_intent: id, amount }))
  expect(error).toMatchObject({ statusCode: 400, code: 'parameter_invalid_integer' })
})

test('a refund needs an existing target', async () => {
  expect((await stripeErrorOf(stripe.refunds.create({}))).code).toBe('parameter_missing')
  const unknown = await stripeErrorOf(stripe.refunds.create({ payment_intent: 'pi_unknown' }))
  expect(unknown).toMatchObject({ code: 'resource_missing', param: 'payment_intent' })
})

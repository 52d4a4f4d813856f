import { afterAll, describe, expect, test } from 'bun:test'
import { newIntent, startForTest, stripeErrorOf } from '../testing/index.ts'

const { stripe, url, stop } = startForTest()
afterAll(stop)

async function paid(orderId: string, payment_method: string) {
  const { id } = await newIntent(stripe, orderId)
  await stripe.paymentIntents.confirm(id, { payment_method })
  return stripe.paymentIntents.capture(id)
}

async function disputeNow(id: string): Promise<number> {
  const path = `sandbox/payment_intents/${id}/dispute`
  return (await fetch(`${url}/${path}`, { method: 'POST' })).status
}

describe('a dispute', () => {
  test.each([
    ['by the card that disputes', 'pm_card_createDispute'],
    ['of any payment', 'pm_card_visa'],
  ])('%s is reported, and nothing can be refunded any more', async (_, card) => {
    const { id, latest_charge } = await paid(card, card)
    if (card === 'pm_card_visa') expect(await disputeNow(id)).toBe(200)
    const { data } = await stripe.events.list({ type: 'charge.dispute.created' })
    expect(data[0]?.data.object).toMatchObject({
      object: 'dispute',
      payment_intent: id,
      charge: latest_charge,
      amount: 1000,
      reason: 'fraudulent',
      status: 'needs_response',
    })
    const error = await stripeErrorOf(stripe.refunds.create({ payment_intent: id }))
    expect(error).toMatchObject({ statusCode: 400, code: 'charge_disputed' })
    expect(await disputeNow(id)).toBe(400)
  })
})

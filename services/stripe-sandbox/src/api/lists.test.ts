import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { newHold, newIntent, refusal, startForTest } from '../testing.ts'

const { stripe, stop } = startForTest()
afterAll(stop)

/** Seven intents, the newest first as lists have them. */
const ids: string[] = []
beforeAll(async () => {
  for (let n = 1; n <= 7; n++) ids.unshift((await newIntent(stripe, `list-${n}`)).id)
})

const idsOf = (page: { data: { id: string }[] }) => page.data.map(({ id }) => id)

describe('a list', () => {
  test('shows the newest first and says whether there is more', async () => {
    const page = await stripe.paymentIntents.list({ limit: 3 })
    expect(idsOf(page)).toEqual(ids.slice(0, 3))
    expect(page).toMatchObject({ object: 'list', has_more: true, url: '/v1/payment_intents' })
    const all = await stripe.paymentIntents.list({ limit: 7 })
    expect(all.has_more).toBe(false)
  })

  test('goes on after and goes back before an id', async () => {
    const after = await stripe.paymentIntents.list({ limit: 3, starting_after: ids[2] ?? '' })
    expect(idsOf(after)).toEqual(ids.slice(3, 6))
    const before = await stripe.paymentIntents.list({ limit: 2, ending_before: ids[3] ?? '' })
    expect(idsOf(before)).toEqual(ids.slice(1, 3))
    expect(before.has_more).toBe(true)
    const first = await stripe.paymentIntents.list({ limit: 3, ending_before: ids[3] ?? '' })
    expect(first.has_more).toBe(false)
  })

  test('is walked by the SDK page by page without a gap or a double', async () => {
    const walked: string[] = []
    for await (const intent of stripe.paymentIntents.list({ limit: 2 })) walked.push(intent.id)
    expect(walked).toEqual(ids)
  })

  test('can be narrowed to a time', async () => {
    const { created } = await stripe.paymentIntents.retrieve(ids[0] ?? '')
    const later = await stripe.paymentIntents.list({ created: { gt: created } })
    expect(later.data).toEqual([])
    const until = await stripe.paymentIntents.list({ created: { lte: created }, limit: 100 })
    expect(until.data).toHaveLength(7)
    expect(idsOf(await stripe.paymentIntents.list({ created, limit: 100 }))).toContain(ids[0] ?? '')
  })

  test.each([{ limit: 0 }, { limit: 101 }, { starting_after: 'pi_unknown' }])(
    'refuses %j',
    async (params) => {
      expect((await refusal(stripe.paymentIntents.list(params))).statusCode).toBe(400)
    },
  )
})

test('charges, refunds and events are listed for one payment', async () => {
  const { id } = await newHold(stripe, 'narrow')
  await newHold(stripe, 'narrow-other')
  await stripe.paymentIntents.capture(id)
  const refund = await stripe.refunds.create({ payment_intent: id, amount: 100 })

  const charges = await stripe.charges.list({ payment_intent: id })
  expect(charges.data).toMatchObject([{ payment_intent: id, amount_captured: 1000 }])
  const refunds = await stripe.refunds.list({ payment_intent: id })
  expect(idsOf(refunds)).toEqual([refund.id])
  const captured = await stripe.events.list({ type: 'charge.captured' })
  expect(captured.data).toHaveLength(1)
  const types = ['charge.refunded' as const, 'refund.created' as const]
  const both = await stripe.events.list({ types })
  expect(both.data.map(({ type }) => type).toSorted()).toEqual(types)
  const [event] = captured.data
  expect(await stripe.events.retrieve(event?.id ?? '')).toMatchObject({
    object: 'event',
    data: { object: { object: 'charge', payment_intent: id } },
  })
})

test('lists expand what they list', async () => {
  const { id } = await newHold(stripe, 'expanded')
  const { data } = await stripe.charges.list({
    payment_intent: id,
    expand: ['data.payment_intent'],
  })
  expect(data).toMatchObject([{ payment_intent: { id, object: 'payment_intent' } }])
})

import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import type { Stripe } from 'stripe'
import { isReal, openAccount } from '../testing/account.ts'
import { eventually, newHold, newIntent, stripeErrorOf } from '../testing/index.ts'

const { stripe, stop } = openAccount()
afterAll(stop)

/** Seven intents, newest first. */
const ids: string[] = []
let since = { created: { gte: 0 } }
beforeAll(async () => {
  for (let n = 1; n <= 7; n++) {
    const { id, created } = await newIntent(stripe, `list-${n}`)
    if (n === 1) since = { created: { gte: created } }
    ids.unshift(id)
  }
})

const idsOf = (page: { data: { id: string }[] }) => page.data.map(({ id }) => id)
const own = (listed: string[]) => listed.filter((id) => ids.includes(id))

describe('a list', () => {
  test('is sorted newest first and has has_more', async () => {
    const page = await stripe.paymentIntents.list({ limit: 3 })
    expect(idsOf(page)).toEqual(ids.slice(0, 3))
    expect(page).toMatchObject({ object: 'list', has_more: true, url: '/v1/payment_intents' })
  })

  test('includes the metadata', async () => {
    const { data } = await stripe.paymentIntents.list({ limit: 2 })
    expect(data.map(({ metadata }) => metadata)).toEqual([
      { orderId: 'list-7', paymentId: 'payment-of-list-7' },
      { orderId: 'list-6', paymentId: 'payment-of-list-6' },
    ])
  })

  test('pages forward and backward from an id', async () => {
    const after = await stripe.paymentIntents.list({ limit: 3, starting_after: ids[2] ?? '' })
    expect(idsOf(after)).toEqual(ids.slice(3, 6))
    const before = await stripe.paymentIntents.list({ limit: 2, ending_before: ids[3] ?? '' })
    expect(idsOf(before)).toEqual(ids.slice(1, 3))
    expect(before.has_more).toBe(true)
    const first = await stripe.paymentIntents.list({ limit: 3, ending_before: ids[3] ?? '' })
    expect(first.has_more).toBe(false)
  })

  test('is paged by the SDK without gaps or duplicates', async () => {
    const walked: string[] = []
    for await (const intent of stripe.paymentIntents.list({ limit: 2, ...since }))
      walked.push(intent.id)
    expect(own(walked)).toEqual(ids)
  })

  test('can be filtered by time', async () => {
    const { created } = await stripe.paymentIntents.retrieve(ids[0] ?? '')
    const later = await stripe.paymentIntents.list({ created: { gt: created } })
    expect(later).toMatchObject({ data: [], has_more: false })
    const until = await stripe.paymentIntents.list({ created: { lte: created }, limit: 100 })
    expect(own(idsOf(until))).toEqual(ids)
    expect(idsOf(await stripe.paymentIntents.list({ created, limit: 100 }))).toContain(ids[0] ?? '')
  })

  test.each([{ limit: 0 }, { limit: 101 }, { starting_after: 'pi_unknown' }])(
    'rejects %j',
    async (params) => {
      expect((await stripeErrorOf(stripe.paymentIntents.list(params))).statusCode).toBe(400)
    },
  )
})

interface Pages {
  data: { id: string }[]
  has_more: boolean
}

const lists: [string, (page: Stripe.PaginationParams) => Promise<Pages>][] = [
  ['payment_intents', (page) => stripe.paymentIntents.list(page)],
  ['charges', (page) => stripe.charges.list(page)],
  ['refunds', (page) => stripe.refunds.list(page)],
  ['events', (page) => stripe.events.list(page)],
]

describe('each kind', () => {
  beforeAll(async () => {
    const { id } = await newHold(stripe, 'kinds')
    await stripe.paymentIntents.capture(id)
    for (let n = 0; n < 3; n++) await stripe.refunds.create({ payment_intent: id, amount: 100 })
    for (let n = 0; n < 2; n++) await newHold(stripe, `kinds-${n}`)
  })

  test.each(lists)('%s is listed in pages', async (_, listPage) => {
    const both = await listPage({ limit: 2 })
    expect(both).toMatchObject({ data: { length: 2 }, has_more: true })
    const [first, second] = idsOf(both)
    const after = await listPage({ limit: 1, starting_after: first ?? '' })
    expect(idsOf(after)).toEqual([second ?? ''])
  })

  test.skipIf(isReal).each(lists)('%s ends with a last page', async (_, listPage) => {
    const all = await listPage({ limit: 100 })
    expect(all.has_more).toBe(false)
    const exact = await listPage({ limit: all.data.length })
    expect([exact.data.length, exact.has_more]).toEqual([all.data.length, false])
    const short = await listPage({ limit: all.data.length - 1 })
    expect(short.has_more).toBe(true)
  })
})

describe('for one payment', () => {
  let intent: Stripe.PaymentIntent
  let refund: Stripe.Refund
  beforeAll(async () => {
    intent = await newHold(stripe, 'narrow')
    await newHold(stripe, 'narrow-other')
    await stripe.paymentIntents.capture(intent.id)
    refund = await stripe.refunds.create({ payment_intent: intent.id, amount: 100 })
  })

  test('lists charges and refunds with expanded fields', async () => {
    const payment_intent = intent.id
    const { data } = await stripe.charges.list({ payment_intent, expand: ['data.payment_intent'] })
    expect(data).toMatchObject([{ payment_intent: { id: intent.id }, amount_captured: 1000 }])
    expect(idsOf(await stripe.refunds.list({ payment_intent }))).toEqual([refund.id])
  })

  test.each([
    ['charge.captured', { object: 'charge' }],
    ['charge.refunded', { object: 'charge', amount_refunded: 100 }],
    ['refund.created', { object: 'refund', amount: 100 }],
  ] as const)('%s is found among the events of its type', async (type, object) => {
    const ofPayment = ({ data }: Stripe.Event) =>
      (data.object as Stripe.Charge | Stripe.Refund).payment_intent === intent.id
    const event = await eventually(async () =>
      (await stripe.events.list({ type, limit: 20 })).data.find(ofPayment),
    )
    expect(await stripe.events.retrieve(event.id)).toMatchObject({
      object: 'event',
      type,
      data: { object: { ...object, payment_intent: intent.id } },
    })
  })

  test('lists events of several types', async () => {
    const types = ['charge.refunded', 'refund.created']
    const { data } = await stripe.events.list({ types, limit: 20 })
    expect(new Set(data.map(({ type }) => type as string))).toEqual(new Set(types))
  })
})

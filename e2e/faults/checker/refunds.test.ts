import { expect, test } from 'bun:test'
import type { Facts, OrderRefund, Refund } from './facts.ts'
import { differences, find, set, type Case } from './testing/cases.ts'
import { addMail } from './testing/fixture-mails.ts'

const PARCEL = 'a cancelled parcel is refunded'
const RETURN = 'a return has its refund'
const SAME = 'order and payment have the same refunds'
const STRIPE = 'payment and Stripe have the same refunds'

const LINES = [{ productId: 'teapot', quantity: 1 }]
const failed: OrderRefund = { id: 'r', lines: LINES, amount: 1250, status: 'Failed' }

/** The paid order has a refund that failed everywhere, and these other changes. */
function withFailed(facts: Facts, change: object = {}): void {
  const { orders, payments, log } = facts
  const stored: Refund = { id: 'r', amount: 5, items: [], restock: true, state: 'failed' }
  set(find(payments, 'paid'), { refunds: [{ ...stored, requested: true }] })
  set(orders.get('paid'), { refunds: [failed], ...change })
  log?.ended.add('r failed')
  addMail(facts, 'refund:r:failed', 'paid')
}

const cases: Case[] = [
  [
    'a requested refund is not made',
    ({ payments }) => set(find(payments, 'back').refunds[0], { state: 'asked' }),
    {
      'no refund is open': ['back: p-back-rest'],
      [SAME]: ['back: p-back-rest Done 1250 instead of p-back-rest Asked 1250'],
      [STRIPE]: ['back: none instead of p-back-rest 1250'],
      'stock equals received minus sold': ['teapot: 9 instead of 8'],
      'refunded items are restocked once': ['teapot: 1 refunds instead of 0'],
    },
  ],
  [
    'an order does not list its refund',
    ({ orders }) => set(orders.get('back'), { refunds: [], timeline: ['placed', 'cancelled'] }),
    { [SAME]: ['back: none instead of p-back-rest Done 1250'] },
  ],
  [
    'an order lists another amount',
    ({ orders }) => set(orders.get('back')?.refunds[0], { amount: 1 }),
    { [SAME]: ['back: p-back-rest Done 1 instead of p-back-rest Done 1250'] },
  ],
  [
    'Stripe has taken a refund back, and nobody noticed',
    ({ intents }) => set(find(intents, 'back').refunds[0], { status: 'failed' }),
    { [STRIPE]: ['back: p-back-rest 1250 instead of none'] },
  ],
  ['a refund failed, and everybody knows', (facts) => withFailed(facts), {}],
  [
    'the end of a refund was not published',
    (facts) => {
      withFailed(facts)
      facts.log?.ended.clear()
    },
    { 'payment events are published': ['paid: refund:ended r'] },
  ],
  [
    'more is refunded than was bought',
    ({ orders }) => set(orders.get('back')?.refunds[0], { lines: [...LINES, ...LINES] }),
    { 'no more is refunded of a line than was bought': ['back: teapot'] },
  ],
  [
    'a parcel is canceled without a refund',
    ({ orders }) => set(orders.get('paid')?.parcels[0], { status: 'Cancelled' }),
    { [PARCEL]: ['paid: teapot'] },
  ],
  [
    'a parcel is canceled, and its refund failed',
    (facts) => withFailed(facts, { parcels: [{ sellerId: 'seller', status: 'Cancelled', n: 0 }] }),
    {},
  ],
  [
    'a return waits for a refund that nobody asked for',
    ({ orders }) => orders.get('paid')?.returns.push({ id: 'x', status: 'Refunding' }),
    { [RETURN]: ['paid: x Refunding'] },
  ],
  [
    'a return is refunded by a refund that failed',
    (facts) => {
      const returns = [{ id: 'x', status: 'Refunded' }]
      withFailed(facts, { returns, refunds: [{ ...failed, key: 'x' }] })
    },
    { [RETURN]: ['paid: x Refunded'] },
  ],
]

test.each(cases)('%s', (_, mutate, expected) => {
  expect(differences(mutate)).toEqual(expected)
})

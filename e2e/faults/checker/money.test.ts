import { expect, test } from 'bun:test'
import { type Case, differences, set, find } from './testing/cases.ts'
import { addMail } from './testing/fixture-mails.ts'

const CAPTURED = 'captured money equals the price of completed orders'
const SUM = 'sum over all orders'

const cases: Case[] = [
  [
    'a cancelled order keeps its money',
    ({ intents }) => set(find(intents, 'void'), { captured: 1250, released: 0 }),
    {
      [CAPTURED]: ['void Cancelled: 12.5 instead of 0'],
      [SUM]: ['all PaymentIntents: 25 instead of 12.5'],
    },
  ],
  [
    'a completed order was partly refunded',
    ({ intents }) => set(find(intents, 'paid'), { refunded: 250 }),
    {
      [CAPTURED]: ['paid Complete: 10 instead of 12.5'],
      [SUM]: ['all PaymentIntents: 10 instead of 12.5'],
    },
  ],
  [
    "a seller's partial refund reduces the expected amount",
    (facts) => {
      const { intents, payments, orders, log } = facts
      const part = { id: 'part', amount: 250, items: [], restock: false, state: 'done' }
      const asked = { id: 'part', lines: [], amount: 250, status: 'Done' }
      const made = { id: 're_2', refundId: 'part', amount: 250, status: 'succeeded' }
      set(find(intents, 'paid'), { refunded: 250, refunds: [made] })
      set(find(payments, 'paid'), { refunds: [{ ...part, requested: true }] })
      set(orders.get('paid'), { refunds: [asked], timeline: ['placed', 'complete', 'refunded'] })
      log?.ended.add('part done')
      addMail(facts, 'refund:part:done', 'paid')
    },
    {},
  ],
  [
    'an order is charged twice',
    ({ intents }) => intents.push({ ...find(intents, 'paid'), paymentIntent: 'pi-2' }),
    {
      [CAPTURED]: ['paid Complete: 25 instead of 12.5'],
      [SUM]: ['all PaymentIntents: 25 instead of 12.5'],
      'at most one PaymentIntent per order': ['paid has 2'],
      'every PaymentIntent belongs to its order and payment': [
        'paid pi-2: the payment names pi-paid',
      ],
    },
  ],
  [
    'an authorization has no order',
    ({ intents }) =>
      intents.push({ ...find(intents, 'left'), orderId: null, paymentIntent: 'x', authorised: 5 }),
    {
      'every PaymentIntent belongs to its order and payment': ['no order x has no order'],
      'no authorization is left open': ['no order x holds 0.05'],
    },
  ],
  [
    'an unconfirmed PaymentIntent that was never stored is allowed',
    ({ payments }) => set(find(payments, 'left'), { paymentIntentId: null }),
    {},
  ],
  [
    'a PaymentIntent has another amount than its order',
    ({ intents }) => set(find(intents, 'left'), { amount: 1251 }),
    { 'PaymentIntent amount equals order total': ['left pi-left: 12.51 instead of 12.5'] },
  ],
  [
    'more is captured than agreed, and more refunded than captured',
    ({ intents }) => {
      set(find(intents, 'paid'), { authorised: 1300, captured: 1300, refunded: 50 })
      set(find(intents, 'void'), { refunded: 1 })
      set(find(intents, 'back'), { captured: 1249, authorised: 1249 })
    },
    {
      'PaymentIntent amount equals order total': [
        'paid pi-paid captured 13',
        'void pi-void refunded 0.01',
        'back pi-back refunded 12.5',
      ],
      [CAPTURED]: ['void Cancelled: -0.01 instead of 0', 'back Cancelled: -0.01 instead of 0'],
      [SUM]: ['all PaymentIntents: 12.48 instead of 12.5'],
    },
  ],
  [
    'a refund is made twice',
    ({ intents }) => {
      const { refunds } = find(intents, 'back')
      refunds.push({ id: 're_2', refundId: 'p-back-rest', amount: 1, status: 'succeeded' })
    },
    {
      'no refund is made twice': ['back pi-back: p-back-rest, p-back-rest'],
      'payment and Stripe have the same refunds': [
        'back: p-back-rest 1250 instead of p-back-rest 1, p-back-rest 1250',
      ],
    },
  ],
  [
    'a refund that failed before it succeeded counts once',
    ({ intents }) => {
      const failed = { id: 're_2', refundId: 'p-back-rest', amount: 1250, status: 'failed' }
      find(intents, 'back').refunds.push(failed)
    },
    {},
  ],
]

test.each(cases)('%s', (_, mutate, expected) => {
  expect(differences(mutate)).toEqual(expected)
})

import { expect, test } from 'bun:test'
import { type Case, differences, set, the } from './testing/cases.ts'

const SOLD = 'money kept is the price of what was sold'
const SUM = 'the money of all orders'

const cases: Case[] = [
  [
    'money is kept for an order that was given up',
    ({ intents }) => set(the(intents, 'void'), { captured: 1250, released: 0 }),
    {
      [SOLD]: ['void Cancelled: 12.5 instead of 0'],
      [SUM]: ['all PaymentIntents: 25 instead of 12.5'],
    },
  ],
  [
    'too little is kept for what was sold',
    ({ intents }) => set(the(intents, 'paid'), { refunded: 250 }),
    {
      [SOLD]: ['paid Complete: 10 instead of 12.5'],
      [SUM]: ['all PaymentIntents: 10 instead of 12.5'],
    },
  ],
  [
    'what a seller gave back is not missing from the price',
    ({ intents, payments, orders, log }) => {
      const part = { id: 'part', amount: 250, items: [], restock: false, state: 'done' }
      set(the(intents, 'paid'), { refunded: 250 })
      set(the(payments, 'paid'), { refunds: [part] })
      set(orders.get('paid'), { refunds: ['part'], timeline: ['placed', 'complete', 'refunded'] })
      log?.refunded.add('part')
    },
    {},
  ],
  [
    'an order is charged twice',
    ({ intents }) => intents.push({ ...the(intents, 'paid'), paymentIntent: 'pi-2' }),
    {
      [SOLD]: ['paid Complete: 25 instead of 12.5'],
      [SUM]: ['all PaymentIntents: 25 instead of 12.5'],
      'an order has one PaymentIntent': ['paid has 2'],
      'a PaymentIntent has its order, the same that its payment names': [
        'paid pi-2: the payment names pi-paid',
      ],
    },
  ],
  [
    'money is held of nobody',
    ({ intents }) =>
      intents.push({ ...the(intents, 'left'), orderId: null, paymentIntent: 'x', authorised: 5 }),
    {
      'a PaymentIntent has its order, the same that its payment names': [
        'no order x is of no order',
      ],
      'no money is held': ['no order x holds 0.05'],
    },
  ],
  [
    'an intent that its process could not store is harmless',
    ({ payments }) => set(the(payments, 'left'), { paymentIntentId: null }),
    {},
  ],
  [
    'an intent is over another amount',
    ({ intents }) => set(the(intents, 'left'), { amount: 1251 }),
    { 'a PaymentIntent has the amount of the order': ['left pi-left: 12.51 instead of 12.5'] },
  ],
  [
    'more is taken than was agreed, and more given back than was taken',
    ({ intents }) => {
      set(the(intents, 'paid'), { authorised: 1300, captured: 1300, refunded: 50 })
      set(the(intents, 'void'), { refunded: 1 })
      set(the(intents, 'back'), { captured: 1249, authorised: 1249 })
    },
    {
      'a PaymentIntent has the amount of the order': [
        'paid pi-paid took 13',
        'void pi-void gave back 0.01',
        'back pi-back gave back 12.5',
      ],
      [SOLD]: ['void Cancelled: -0.01 instead of 0', 'back Cancelled: -0.01 instead of 0'],
      [SUM]: ['all PaymentIntents: 12.48 instead of 12.5'],
    },
  ],
  [
    'a refund is given twice',
    ({ intents }) => {
      const { refunds } = the(intents, 'back')
      refunds.push({ refundId: 'p-back-rest', status: 'succeeded' })
    },
    { 'a refund is given once': ['back pi-back: p-back-rest, p-back-rest'] },
  ],
  [
    'a refund that failed at first is given once',
    ({ intents }) =>
      the(intents, 'back').refunds.push({ refundId: 'p-back-rest', status: 'failed' }),
    {},
  ],
]

test.each(cases)('%s', (_, happens, expected) => {
  expect(differences(happens)).toEqual(expected)
})

import { expect, test } from 'bun:test'
import { type Case, differences, set, the } from './testing/cases.ts'

const PAIR = 'order and payment agree'
const RESERVED = 'payment and reservation agree'
const STOCK = 'the stock is what came less what was sold'

const cases: Case[] = [
  [
    'a payment stops half-way',
    ({ payments, intents }) => {
      set(the(payments, 'left'), { state: 'Capturing' })
      set(the(intents, 'left'), { authorised: 1250 })
    },
    {
      'no money is held': ['left pi-left holds 12.5'],
      [PAIR]: ['left Created with Capturing'],
      [RESERVED]: ['left Capturing with no reservation'],
    },
  ],
  [
    'a cancelled order has a payment without an intent that waits for ever',
    ({ payments, orders, intents, orderCopies, log }) => {
      set(orders.get('left'), {
        status: 'Cancelled',
        version: 1,
        timeline: ['placed', 'cancelled'],
      })
      set(orderCopies.get('left'), { status: 'Cancelled' })
      set(the(payments, 'left'), { paymentIntentId: null })
      intents.splice(intents.indexOf(the(intents, 'left')), 1)
      log?.cancelled.set('left', [1])
    },
    {},
  ],
  [
    'an order is lost',
    ({ orders }) => orders.delete('left'),
    {
      'a PaymentIntent has its order, the same that its payment names': [
        'left pi-left is of no order',
      ],
      'a payment has its order': ['left is not there'],
      'events are of documents that exist': ['left'],
    },
  ],
  [
    'an order tells a step twice, leaves its end out, tells a refund that is none',
    ({ orders }) => {
      orders.get('paid')?.timeline.push('reserved')
      set(orders.get('void'), { timeline: ['placed'] })
      orders.get('left')?.timeline.push('refunded')
    },
    {
      'an order tells each of its steps once': [
        'paid Complete: placed, reserved, authorized, complete, reserved',
        'left Created: placed, refunded',
        'void Cancelled: placed',
      ],
    },
  ],
  [
    'a payment is over another total, or of another user',
    ({ payments }) => {
      set(the(payments, 'paid'), { total: 1 })
      set(the(payments, 'void'), { userId: 'x' })
    },
    {
      'a payment has its order': [
        'paid: 1 of buyer of paid instead of 1250 of buyer of paid',
        'void: 1250 of x instead of 1250 of buyer of void',
      ],
    },
  ],
  [
    'a reservation is of another order',
    ({ reservations }) => set(the(reservations, 'p-void'), { orderId: 'left' }),
    { 'a reservation has its payment': ['p-void: order left instead of void'] },
  ],
  [
    'goods are sold but not booked',
    ({ reservations }) => set(the(reservations, 'p-paid'), { state: 'Reserved' }),
    { [RESERVED]: ['paid Captured with Reserved'], [STOCK]: ['teapot: 9 instead of 10'] },
  ],
  [
    'goods are sold to nobody',
    ({ reservations }) =>
      reservations.push({ ...the(reservations, 'p-paid'), paymentId: 'p-none' }),
    {
      'a reservation has its payment': ['p-none Committed is of none'],
      [STOCK]: ['teapot: 9 instead of 8'],
    },
  ],
  [
    'a cancellation of a payment that never claimed anything is noted',
    ({ reservations }) =>
      reservations.push({ paymentId: 'x', orderId: 'x', state: 'Released', items: [] }),
    {},
  ],
  [
    'a refund is asked for and not made',
    ({ payments }) => set(the(payments, 'back').refunds[0], { state: 'asked' }),
    {
      'no refund is open': ['back: p-back-rest'],
      [STOCK]: ['teapot: 9 instead of 8'],
      'goods of a refund came back once': ['teapot: 1 refunds instead of 0'],
    },
  ],
  [
    'an order does not show that money was given back',
    ({ orders }) => set(orders.get('back'), { refunds: [], timeline: ['placed', 'cancelled'] }),
    { 'an order shows its refunds': ['back shows 0 of 1'] },
  ],
]

test.each(cases)('%s', (_, happens, expected) => {
  expect(differences(happens)).toEqual(expected)
})

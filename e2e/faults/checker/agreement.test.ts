import { expect, test } from 'bun:test'
import { type Case, differences, set, find } from './testing/cases.ts'

const AGREE = 'order and payment agree'
const RESERVED = 'payment and reservation agree'
const STOCK = 'stock equals received minus sold'

const cases: Case[] = [
  [
    'a payment stays in an intermediate state',
    ({ payments, intents }) => {
      set(find(payments, 'left'), { state: 'Capturing' })
      set(find(intents, 'left'), { authorised: 1250 })
    },
    {
      'no authorization is left open': ['left pi-left holds 12.5'],
      [AGREE]: ['left Created with Capturing'],
      [RESERVED]: ['left Capturing with no reservation'],
    },
  ],
  [
    'a cancelled order has a pending payment without a PaymentIntent',
    ({ payments, orders, intents, orderCopies, log }) => {
      set(orders.get('left'), {
        status: 'Cancelled',
        version: 1,
        timeline: ['placed', 'cancelled'],
      })
      set(orderCopies.get('left'), { status: 'Cancelled' })
      set(find(payments, 'left'), { paymentIntentId: null })
      intents.splice(intents.indexOf(find(intents, 'left')), 1)
      log?.cancelled.set('left', [1])
    },
    {},
  ],
  [
    'an order is missing',
    ({ orders }) => orders.delete('left'),
    {
      'every PaymentIntent belongs to its order and payment': ['left pi-left has no order'],
      'every payment matches its order': ['left has no order'],
      'every event refers to an existing document': ['left'],
    },
  ],
  [
    'timelines have a duplicate step, no final step, and a refund that was not made',
    ({ orders }) => {
      orders.get('paid')?.timeline.push('reserved')
      set(orders.get('void'), { timeline: ['placed'] })
      orders.get('left')?.timeline.push('refunded')
    },
    {
      'order timeline has each step once': [
        'paid Complete: placed, reserved, authorized, complete, reserved',
        'left Created: placed, refunded',
        'void Cancelled: placed',
      ],
    },
  ],
  [
    'payments have another total or user than their orders',
    ({ payments }) => {
      set(find(payments, 'paid'), { total: 1 })
      set(find(payments, 'void'), { userId: 'x' })
    },
    {
      'every payment matches its order': [
        'paid: 1 of buyer of paid instead of 1250 of buyer of paid',
        'void: 1250 of x instead of 1250 of buyer of void',
      ],
    },
  ],
  [
    'a reservation belongs to another order',
    ({ reservations }) => set(find(reservations, 'p-void'), { orderId: 'left' }),
    { 'every reservation has its payment': ['p-void: order left instead of void'] },
  ],
  [
    'sold items are still reserved',
    ({ reservations }) => set(find(reservations, 'p-paid'), { state: 'Reserved' }),
    { [RESERVED]: ['paid Captured with Reserved'], [STOCK]: ['teapot: 9 instead of 10'] },
  ],
  [
    'a sale has no payment',
    ({ reservations }) =>
      reservations.push({ ...find(reservations, 'p-paid'), paymentId: 'p-none' }),
    {
      'every reservation has its payment': ['p-none Committed has no payment'],
      'reservation events are published': ['p-none: inventory:reserved'],
      [STOCK]: ['teapot: 9 instead of 8'],
    },
  ],
  [
    'a payment cancelled before it reserved anything leaves an empty reservation',
    ({ reservations }) =>
      reservations.push({ paymentId: 'x', orderId: 'x', state: 'Released', items: [] }),
    {},
  ],
]

test.each(cases)('%s', (_, mutate, expected) => {
  expect(differences(mutate)).toEqual(expected)
})

import { expect, test } from 'bun:test'
import { type Case, differences, publish, set, find, unpublished } from './testing/cases.ts'
import { stock } from './testing/fixture-log.ts'

const LATEST = 'latest product event matches the product'

const cases: Case[] = [
  [
    'one event is unpublished',
    ({ outboxes }) => outboxes.push(unpublished('paid')),
    { 'no event is unpublished': ['paid of orders: order:created x'] },
  ],
  [
    'final states were never published',
    ({ log }) => {
      log?.placed.delete('left')
      log?.cancelled.delete('void')
      log?.captured.delete('p-paid')
      log?.voided.delete('p-void')
      log?.refunded.clear()
      log?.reserved.clear()
    },
    {
      'order events are published': ['left: order:created', 'void Cancelled: order:cancelled'],
      'payment events are published': [
        'paid Captured: payment:created',
        'void Cancelled: payment:cancelled',
        'back: payment:refunded p-back-rest',
      ],
      'reservation events are published': [
        'p-paid: inventory:reserved',
        'p-back: inventory:reserved',
      ],
    },
  ],
  [
    'final states were published that never happened',
    ({ log }) => {
      log?.cancelled.set('paid', [1])
      log?.cancelled.set('void', [7])
      log?.captured.add('p-left')
    },
    {
      'order events are published': [
        'paid Complete: order:cancelled',
        'void: versions 7 instead of 1',
      ],
      'payment events are published': ['left Pending: payment:created'],
    },
  ],
  [
    'an order was cancelled under another spelling of its id',
    ({ log }) => log?.cancelled.set('LEFT', [1]),
    { 'every event refers to an existing document': ['LEFT'] },
  ],
  [
    'one version was published with two states',
    (facts) => publish(facts, 'product:updated', stock(6, 4)),
    { 'each product version has one state': ['teapot: version 4'] },
  ],
  [
    'a product changed without an event',
    ({ products, copies }) => {
      for (const item of [products[0], copies.cart.get('teapot'), copies.orders.get('teapot')])
        set(item, { title: 'Pot' })
    },
    { [LATEST]: ['teapot: title Teapot instead of Pot'] },
  ],
  [
    'a picture file is missing',
    ({ missingPictures }) => missingPictures.add('products/teapot/b-320.webp'),
    { 'every picture file exists': ['products/teapot/b-320.webp'] },
  ],
  [
    'consumers are behind, stalled or missing',
    ({ channels }) => {
      const members = channels.flatMap((channel) => channel.members)
      set(members[0], { pending: 2 })
      set(members[1], { lastSent: 5 })
      set(members[2], { isStalled: true })
      set(find(channels, 'user:updated'), { members: [] })
    },
    {
      'consumers have caught up': [
        'cart product:created: 2 unacknowledged',
        'orders product:created: 2 undelivered',
        'cart product:updated: is stalled',
        'products user:updated: no subscribers',
        'notifications user:updated: no subscribers',
      ],
    },
  ],
  [
    'one of two members is idle',
    ({ channels }) => {
      const member = { group: 'cart', lastSent: 3, pending: 0, isStalled: false }
      find(channels, 'payment:created').members.push(member)
    },
    {},
  ],
  [
    'an event became a dead letter',
    ({ deadLetters }) => deadLetters.push('1 of cart: x'),
    { '0 dead letters': ['1 of cart: x'] },
  ],
]

test.each(cases)('%s', (_, mutate, expected) => {
  expect(differences(mutate)).toEqual(expected)
})

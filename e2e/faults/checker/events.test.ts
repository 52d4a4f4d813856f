import { expect, test } from 'bun:test'
import { type Case, differences, set, tell, the } from './testing/cases.ts'
import { stock } from './testing/consistent-fixture.ts'

const TOLD = 'products were told as they are'

const cases: Case[] = [
  [
    'an event waits, and one that was told is lost',
    ({ outboxes }) => {
      const [first] = outboxes
      if (first !== undefined)
        outboxes.push({ ...first, n: 0, eventId: 'x' }, { ...first, eventId: 'y' })
    },
    {
      'no event waits to be told': ['paid of orders: order:created x'],
      'events that were told are in their channels': ['paid: order:created y'],
    },
  ],
  [
    'ends were never told',
    ({ log }) => {
      log?.placed.delete('left')
      log?.cancelled.delete('void')
      log?.captured.delete('p-paid')
      log?.voided.delete('p-void')
      log?.refunded.clear()
    },
    {
      'orders were told': ['left: order:created', 'void Cancelled: order:cancelled'],
      'payments were told': [
        'paid Captured: payment:created',
        'void Cancelled: payment:cancelled',
        'back: payment:refunded p-back-rest',
      ],
    },
  ],
  [
    'ends were told that never came',
    ({ log }) => {
      log?.cancelled.set('paid', [1])
      log?.cancelled.set('void', [7])
      log?.captured.add('p-left')
    },
    {
      'orders were told': ['paid Complete: order:cancelled', 'void: versions 7 instead of 1'],
      'payments were told': ['left Pending: payment:created'],
    },
  ],
  [
    'an order was cancelled under another spelling of its id',
    ({ log }) => log?.cancelled.set('LEFT', [1]),
    { 'events are of documents that exist': ['LEFT'] },
  ],
  [
    'a version was told twice, differently',
    (facts) => tell(facts, 'product:updated', stock(6, 4)),
    { 'a version of a product is one state': ['teapot: version 4'] },
  ],
  [
    'a product changed and nobody was told',
    ({ products, copies }) => {
      for (const thing of [products[0], copies.cart.get('teapot'), copies.orders.get('teapot')])
        set(thing, { title: 'Pot' })
    },
    { [TOLD]: ['teapot: title Teapot instead of Pot'] },
  ],
  [
    'a picture is gone',
    ({ missingPictures }) => missingPictures.add('products/teapot/b-320.webp'),
    { 'pictures are in the bucket': ['products/teapot/b-320.webp'] },
  ],
  [
    'consumers are behind, stalled or gone',
    ({ channels }) => {
      const members = channels.flatMap((channel) => channel.members)
      set(members[0], { pending: 2 })
      set(members[1], { lastSent: 5 })
      set(members[2], { isStalled: true })
      set(the(channels, 'user:updated'), { members: [] })
    },
    {
      'queue groups have handled all': [
        'cart product:created: 2 are not acknowledged',
        'orders product:created: 2 were not delivered',
        'cart product:updated: is stalled',
        'products user:updated: nobody listens',
      ],
    },
  ],
  [
    'of two members one is idle',
    ({ channels }) => {
      const member = { group: 'cart', lastSent: 3, pending: 0, isStalled: false }
      the(channels, 'payment:created').members.push(member)
    },
    {},
  ],
  [
    'an event was put aside',
    ({ deadLetters }) => deadLetters.push('1 of cart: x'),
    { '0 events were put aside': ['1 of cart: x'] },
  ],
]

test.each(cases)('%s', (_, happens, expected) => {
  expect(differences(happens)).toEqual(expected)
})

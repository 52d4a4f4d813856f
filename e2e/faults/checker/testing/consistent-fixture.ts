import type { Meta, Subject } from '@shop/shared/contracts'
import type { Facts, Intent, Order, OrderCopy, Payment, Product } from '../facts.ts'
import { CONSUMERS } from '../groups.ts'
import { emptyLog, hear, type Log } from '../log.ts'

const PRICE = 1250
const REST = 'p-back-rest'

const teapot: Product = {
  id: 'teapot',
  title: 'Teapot',
  price: PRICE,
  quantity: 9,
  available: 9,
  archived: false,
  version: 5,
  holds: [],
  restocked: [REST],
  notedMoves: 0,
  pictures: ['products/teapot/a-1200.webp'],
  shown: ['products/teapot/a-1200.webp', 'products/teapot/b-1200.webp'],
}

const line = { productId: 'teapot', quantity: 1 }

const order = (id: string, status: string, timeline: string[]): Order => {
  const refunds = timeline.includes('refunded') ? [REST] : []
  const version = timeline.length - 1
  return { id, userId: `buyer of ${id}`, status, total: PRICE, version, refunds, timeline }
}

const payment = (orderId: string, state: string, refunds: Payment['refunds'] = []): Payment => {
  const paymentIntentId = `pi-${orderId}`
  return {
    id: `p-${orderId}`,
    orderId,
    userId: `buyer of ${orderId}`,
    state,
    total: PRICE,
    paymentIntentId,
    refunds,
  }
}

const intent = (orderId: string, sums: Partial<Intent>): Intent => {
  const none = { authorised: 0, captured: 0, released: 0, refunded: 0, refunds: [] }
  return { paymentIntent: `pi-${orderId}`, orderId, amount: PRICE, ...none, ...sums }
}

const reservation = (orderId: string, state: string) => {
  return { paymentId: `p-${orderId}`, orderId, state, items: [line] }
}

const copy = {
  title: 'Teapot',
  price: PRICE,
  available: 9,
  archived: false,
  picture: '/product-images/products/teapot/a-1200.webp',
  version: 5,
}

const rest = { id: REST, amount: PRICE, items: [line], restock: true, state: 'done' }

const orders = [
  order('paid', 'Complete', ['placed', 'reserved', 'authorized', 'complete']),
  order('left', 'Created', ['placed']),
  order('void', 'Cancelled', ['placed', 'cancelled']),
  order('back', 'Cancelled', ['placed', 'cancelled', 'refunded']),
]

const taken = { authorised: PRICE, captured: PRICE }
const given = { refunded: PRICE, refunds: [{ refundId: rest.id, status: 'succeeded' }] }

/** A shop at rest where one order is paid, one left, one given up and one given back. */
export function consistentFixture(): Facts {
  return structuredClone({
    orders: new Map(orders.map((each) => [each.id, each])),
    payments: [
      payment('paid', 'Captured'),
      payment('left', 'Pending'),
      payment('void', 'Cancelled'),
      payment('back', 'Refunded', [rest]),
    ],
    intents: [
      intent('paid', taken),
      intent('left', {}),
      intent('void', { authorised: PRICE, released: PRICE }),
      intent('back', { ...taken, ...given }),
    ],
    reservations: [
      reservation('paid', 'Committed'),
      reservation('void', 'Released'),
      reservation('back', 'Committed'),
    ],
    products: [teapot],
    moves: new Map([['teapot', [-3, 2]]]),
    copies: {
      cart: new Map([['teapot', { ...copy }]]),
      orders: new Map([['teapot', { ...copy }]]),
    },
    orderCopies: new Map(orders.map((each) => [each.id, asKnown(each)])),
    carts: new Map([
      ['buyer of paid', { id: 'buyer of paid', applied: ['p-paid'] }],
      ['buyer of back', { id: 'buyer of back', applied: [], mergedInto: 'member' }],
      ['member', { id: 'member', applied: ['cart:buyer of back', 'p-back'] }],
    ]),
    outboxes: [
      {
        from: 'orders',
        documentId: 'paid',
        eventId: 'placed-paid',
        subject: 'order:created',
        n: 1,
      },
    ],
    deadLetters: [],
    channels: Object.entries(CONSUMERS).map(([subject, groups]) => {
      const members = groups.map((group) => ({ group, lastSent: 7, pending: 0, isStalled: false }))
      return { subject, lastSeq: 7, members }
    }),
    missingPictures: new Set<string>(),
    log: calmLog(),
  })
}

function asKnown({ userId, total, status }: Order): OrderCopy {
  return { userId, total, status: status === 'Complete' ? 'Created' : status, tombstone: false }
}

function calmLog(): Log {
  const log = emptyLog()
  const told = (subject: Subject, of: string, event: object) =>
    hear(log, subject, message(event, { correlationId: of }))
  for (const { id } of orders)
    hear(log, 'order:created', message({ id, version: 0 }, { eventId: `placed-${id}` }))
  told('order:cancelled', 'void', { id: 'void', version: 1 })
  told('order:cancelled', 'back', { id: 'back', version: 1 })
  told('payment:created', 'paid', { id: 'p-paid' })
  told('payment:created', 'back', { id: 'p-back' })
  told('payment:cancelled', 'void', { id: 'p-void' })
  told('payment:refunded', 'back', { id: 'p-back', refundId: rest.id })
  told('product:created', 'seller', stock(11, 0))
  told('product:updated', 'seller', stock(8, 1))
  told('product:updated', 'paid', stock(7, 2))
  // Version 3, the sale of what came back in version 4, was replaced before it was told.
  told('product:updated', 'back', stock(7, 4))
  told('product:updated', 'seller', stock(9, 5))
  return log
}

/** The teapot as an event tells it. */
export function stock(quantity: number, version: number) {
  const { id, title, archived } = teapot
  return { id, title, price: PRICE / 100, quantity, available: quantity, archived, version }
}

/** The text of an event. */
export function message(event: object, meta: Partial<Meta> = {}): string {
  const own = { eventId: crypto.randomUUID(), correlationId: 'other' }
  return JSON.stringify({ ...event, meta: { ...own, ...meta } })
}

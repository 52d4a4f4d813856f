import { CONSUMERS } from '../consumers.ts'
import type { Facts, Intent, Order, OrderCopy, Payment } from '../facts.ts'
import { PRICE, REST, fixtureLog, teapot } from './fixture-log.ts'
import { EARLIER, NOW, ana, emailOf, mails, messages } from './fixture-mails.ts'

const line = { productId: 'teapot', quantity: 1 }

const order = (id: string, status: string, timeline: string[]): Order => {
  const made = { id: REST, lines: [], amount: PRICE, status: 'Done' }
  const refunds = timeline.includes('refunded') ? [made] : []
  const userId = `buyer of ${id}`
  const version = timeline.length - 1
  const parcels = [{ sellerId: 'seller', status: 'ToSend', n: 0 }]
  const sold = { items: [{ ...line, sellerId: 'seller' }], parcels, returns: [] }
  const placed = { id, userId, email: emailOf(id), createdAt: EARLIER }
  return { ...placed, status, total: PRICE, version, ...sold, refunds, timeline }
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

/** Opening, a count, two sales, a return and a delivery. */
const moves = [
  { id: 'm0', reason: 'opening', delta: 11, after: 11, version: 0 },
  { id: 'm1', reason: 'count', delta: -3, after: 8, version: 1 },
  { id: 'm2', reason: 'sale', delta: -1, after: 7, version: 2 },
  { id: 'm3', reason: 'sale', delta: -1, after: 6, version: 3 },
  { id: 'm4', reason: 'return', delta: 1, after: 7, version: 4 },
  { id: 'm5', reason: 'delivery', delta: 2, after: 9, version: 5 },
]

const orders = [
  order('paid', 'Complete', ['placed', 'reserved', 'authorized', 'complete']),
  order('left', 'Created', ['placed']),
  order('void', 'Cancelled', ['placed', 'cancelled']),
  order('back', 'Cancelled', ['placed', 'cancelled', 'refunded']),
]

const taken = { authorised: PRICE, captured: PRICE }
const made = { id: 're_1', refundId: rest.id, amount: PRICE, status: 'succeeded' }
const given = { refunded: PRICE, refunds: [made] }

/** A consistent shop with one paid, one unpaid, one cancelled and one refunded order. */
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
    moves: new Map([['teapot', moves]]),
    copies: {
      cart: new Map([['teapot', { ...copy }]]),
      orders: new Map([['teapot', { ...copy }]]),
    },
    orderCopies: new Map(orders.map((each) => [each.id, copyOf(each)])),
    carts: new Map([
      ['buyer of paid', { id: 'buyer of paid', applied: ['p-paid'] }],
      ['buyer of back', { id: 'buyer of back', applied: [], mergedInto: 'member' }],
      ['member', { id: 'member', applied: ['cart:buyer of back', 'p-back'] }],
    ]),
    accounts: [ana],
    messages,
    mails,
    readAt: NOW,
    outboxes: [],
    deadLetters: [],
    channels: Object.entries(CONSUMERS).map(([subject, groups]) => {
      const members = groups.map((group) => ({ group, lastSent: 7, pending: 0, isStalled: false }))
      return { subject, lastSeq: 7, members }
    }),
    missingPictures: new Set<string>(),
    log: fixtureLog(orders.map(({ id }) => id)),
  })
}

function copyOf({ userId, total, status }: Order): OrderCopy {
  return { userId, total, status: status === 'Complete' ? 'Created' : status, tombstone: false }
}

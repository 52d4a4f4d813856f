import { CATEGORIES, orderNumber } from '@shop/shared/contracts'
import mongoose from 'mongoose'
import { listKeysOf } from '../../../services/orders/src/domain/list-keys.ts'
import { newProduct } from '../../../services/products/src/domain/product.ts'
import { searchKeysOf } from '../../../services/products/src/domain/search-keys.ts'
import { buyerOf, chance, idOf, sellerOf, timeOf, type Person } from './people.ts'

const COLORS = ['Blue', 'Green', 'Grey', 'White', 'Black', 'Red', 'Yellow', 'Amber']
const MATERIALS = ['stoneware', 'oak', 'linen', 'glass', 'wool', 'brass', 'paper', 'copper']
const THINGS =
  'mug bowl lamp teapot chair basket blanket candle clock frame jug kettle mirror plate rug shelf spoon stool tray vase'.split(
    ' ',
  )
const ADDRESS = { line1: '12 St James Square', city: 'London', postalCode: 'SW1Y 4JH' }
const TO_SEND = 40

export type Make = (n: number, first: Person) => object

/** The nth product, as products stores it. */
export const productAt: Make = (n, first) => {
  const { id, title, price, createdAt } = offerAt(n, first)
  const seller = { sub: sellerOf(first, n).id, name: `Shop of ${sellerOf(first, n).id.slice(-4)}` }
  const left = chance('sold out', n) < 0.06 ? 0 : 1 + Math.floor(chance('left', n) * 50)
  const category = pick(CATEGORIES, 'category', n)
  const body = { title, description: 'Holds 350 ml.', price: price / 100, quantity: left, category }
  const { id: _, ...product } = newProduct(id, seller, body, createdAt)
  return {
    _id: objectId(id),
    ...product,
    search: searchKeysOf({ id, ...product }),
    shown: [],
    holds: [],
    settled: 0,
    restocked: [],
    isOpened: true,
    outbox: [],
    lastEventAt: createdAt,
  }
}

/** The nth order, as orders stores it: of the nth product; nearly all are paid and have arrived. */
export const orderAt: Make = (n, first) => {
  const { buyer, items, total, completedAt, createdAt, id } = saleAt(n, first)
  const sellerId = items[0].sellerId
  const sent = { carrier: 'ups', n: 1, sentAt: completedAt, deliveredAt: completedAt }
  const parcel =
    n % TO_SEND === 0
      ? { sellerId, status: 'ToSend' as const, n: 0 }
      : { sellerId, status: 'Delivered' as const, ...sent }
  const paid = { _id: objectId(id), items, parcels: [parcel], returns: [], refunds: [] }
  return {
    ...paid,
    userId: buyer.id,
    status: 'Complete',
    shipping: 0,
    total,
    email: buyer.email,
    address: { name: 'Ada Lovelace', ...ADDRESS, country: 'GB' },
    number: orderNumber(id),
    listKeys: listKeysOf(paid as unknown as Parameters<typeof listKeysOf>[0]),
    payment: { brand: 'visa', last4: '4242' },
    timeline: ['placed', 'authorized', 'completed'].map((what) => ({ at: createdAt, what })),
    version: 3,
    createdAt,
    completedAt,
    outbox: [],
    lastEventAt: completedAt,
  }
}

/** The nth payment, as payments stores it: of the nth order. */
export const paymentAt: Make = (n, first) => {
  const { id: orderId, buyer, items, total, completedAt } = saleAt(n, first)
  return {
    _id: objectId(idOf('payment', n)),
    orderId,
    userId: buyer.id,
    items,
    total,
    state: 'Created',
    since: completedAt,
    paymentIntentId: `pi_${orderId}`,
    stripeId: `pi_${orderId}`,
    card: { brand: 'visa', last4: '4242' },
    authorizedAt: completedAt,
    reservedAt: completedAt,
    attempt: 1,
    refunds: [],
    confirmingUntil: completedAt,
    outbox: [],
    lastEventAt: completedAt,
  }
}

/** The nth message, as notifications stores it: the receipt of the nth order. */
export const messageAt: Make = (n, first) => {
  const { id, buyer, items, total, completedAt } = saleAt(n, first)
  return {
    _id: `receipt ${id}`,
    kind: 'receipt',
    to: buyer.email,
    data: { id, items, shipping: 0, total, completedAt: completedAt.toISOString() },
    state: 'Sent',
    tries: 1,
    queuedAt: completedAt,
    correlationId: idOf('message', n),
    // Sent messages are deleted after some weeks.
    endedAt: new Date(),
  }
}

function offerAt(n: number, first: Person) {
  const words = [pick(COLORS, 'color', n), pick(MATERIALS, 'material', n), pick(THINGS, 'thing', n)]
  return {
    id: idOf('product', n),
    title: `${words.join(' ')} ${ownWord(n)}`,
    // As many from 2 to 20 as from 20 to 200 and from 63 to 630.
    price: Math.round(200 * 10 ** (2.5 * chance('price', n))),
    sellerId: sellerOf(first, n).id,
    createdAt: timeOf(n),
  }
}

/** A word of the nth product's title that no other has. */
export const ownWord = (n: number) => `no${n}`

function saleAt(n: number, first: Person) {
  const { id: productId, title, price, sellerId, createdAt } = offerAt(n, first)
  const item = { productId, title, price, quantity: 1, sellerId, picture: null }
  const buyer = buyerOf(first, n)
  const completedAt = new Date(createdAt.getTime() + 5000)
  return {
    id: idOf('order', n),
    buyer,
    items: [item] as const,
    total: price,
    createdAt,
    completedAt,
  }
}

const objectId = (id: string) => new mongoose.Types.ObjectId(id)

function pick<T>(list: readonly T[], what: string, n: number): T {
  return list[Math.floor(chance(what, n) * list.length)] as T
}

import type { Facts, Order, Payment, Product, Refund, Reservation } from './facts.ts'
import { compareEach, type Finding } from './finding.ts'
import type { Log, PublishedProduct } from './log.ts'

type Seen = Pick<Facts, 'orders' | 'payments' | 'reservations' | 'products' | 'log'>

/** Checks that events match the documents; skipped when the broker lost messages. */
export function checkEvents({ orders, payments, reservations, products, log }: Seen): Finding[] {
  if (log === null) return []
  const publishedOf = ({ id }: Product) => log.products.get(id) ?? []
  return [
    compareEach('order events are published', orders.values(), (order) =>
      orderMismatch(order, log),
    ),
    compareEach('payment events are published', payments, (payment) =>
      paymentMismatch(payment, log),
    ),
    compareEach('reservation events are published', reservations, (reservation) =>
      reservationMismatch(reservation, log),
    ),
    compareEach('latest product event matches the product', products, (product) =>
      productMismatch(product, publishedOf(product)),
    ),
    compareEach('each product version has one state', products, (product) => {
      const version = ambiguousVersion(publishedOf(product))
      return version === undefined ? null : `${product.id}: version ${version}`
    }),
  ]
}

function orderMismatch({ id, status, version }: Order, log: Log): string | null {
  if (!log.placed.has(id)) return `${id}: order:created`
  const cancelled = log.cancelled.get(id) ?? []
  if (cancelled.some((published) => published < 1 || published > version))
    return `${id}: versions ${cancelled.join(', ')} instead of ${version}`
  const isPublished = cancelled.length > 0
  return isPublished === (status === 'Cancelled') ? null : `${id} ${status}: order:cancelled`
}

function paymentMismatch({ id, orderId, state, refunds }: Payment, log: Log): string | null {
  const isPaid = state === 'Captured' || state === 'Refunded'
  if (isPaid !== log.captured.has(id)) return `${orderId} ${state}: payment:created`
  if ((state === 'Cancelled') !== log.voided.has(id))
    return `${orderId} ${state}: payment:cancelled`
  const refund = refunds.find((made) => made.state !== 'asked' && !isReported(made, log))
  return refund === undefined ? null : `${orderId}: ${eventOf(refund)} ${refund.id}`
}

function isReported(refund: Refund, log: Log): boolean {
  const { id, state, reversed } = refund
  if (eventOf(refund) === 'payment:refunded') return log.refunded.has(id)
  return log.ended.has(`${id} ${reversed === true ? 'reversed' : state}`)
}

/** The event that reports how a refund is now: foreign ones are reversed by the same as others. */
function eventOf({ requested, reversed }: Refund): 'payment:refunded' | 'refund:ended' {
  return requested === true || reversed === true ? 'refund:ended' : 'payment:refunded'
}

function reservationMismatch({ paymentId, state }: Reservation, log: Log): string | null {
  if (state === 'Committed' && !log.reserved.has(paymentId))
    return `${paymentId}: inventory:reserved`
  if (state === 'Rejected' && !log.rejected.has(paymentId))
    return `${paymentId}: inventory:rejected`
  return null
}

const FIELDS = ['title', 'price', 'quantity', 'available', 'archived'] as const

function productMismatch(product: Product, published: readonly PublishedProduct[]): string | null {
  const newest = published.toSorted((a, b) => b.version - a.version)[0]
  if (newest === undefined) return `${product.id} was never published`
  if (newest.version > product.version) return `${product.id}: version ${newest.version}`
  const field = FIELDS.find((name) => newest[name] !== product[name])
  return field === undefined
    ? null
    : `${product.id}: ${field} ${newest[field]} instead of ${product[field]}`
}

/** A version published with two states; reserving changes `available` without a new version. */
function ambiguousVersion(published: readonly PublishedProduct[]): number | undefined {
  const seen = new Map<number, string>()
  for (const { version, title, price, quantity, archived } of published) {
    const state = JSON.stringify([title, price, quantity, archived])
    if ((seen.get(version) ?? state) !== state) return version
    seen.set(version, state)
  }
  return undefined
}

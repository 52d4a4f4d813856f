import type { Facts, Order, Payment, Product } from './facts.ts'
import { judge, type Finding } from './finding.ts'
import type { Log, PublishedProduct } from './log.ts'

type Seen = Pick<Facts, 'orders' | 'payments' | 'products' | 'log'>

/** The channels tell all that the documents say; nothing when the broker has lost some of it. */
export function eventFindings({ orders, payments, products, log }: Seen): Finding[] {
  if (log === null) return []
  const toldOf = ({ id }: Product) => log.products.get(id) ?? []
  return [
    judge('orders were told', orders.values(), (order) => untoldOrder(order, log)),
    judge('payments were told', payments, (payment) => untoldPayment(payment, log)),
    judge('products were told as they are', products, (product) =>
      untold(product, toldOf(product)),
    ),
    judge('a version of a product is one state', products, (product) => {
      const version = ambiguous(toldOf(product))
      return version === undefined ? null : `${product.id}: version ${version}`
    }),
  ]
}

function untoldOrder({ id, status, version }: Order, log: Log): string | null {
  if (!log.placed.has(id)) return `${id}: order:created`
  const cancelled = log.cancelled.get(id) ?? []
  if (cancelled.some((told) => told < 1 || told > version))
    return `${id}: versions ${cancelled.join(', ')} instead of ${version}`
  const isTold = cancelled.length > 0
  return isTold === (status === 'Cancelled') ? null : `${id} ${status}: order:cancelled`
}

function untoldPayment({ id, orderId, state, refunds }: Payment, log: Log): string | null {
  const isPaid = state === 'Captured' || state === 'Refunded'
  if (isPaid !== log.captured.has(id)) return `${orderId} ${state}: payment:created`
  if ((state === 'Cancelled') !== log.voided.has(id))
    return `${orderId} ${state}: payment:cancelled`
  const refund = refunds.find((made) => made.state === 'done' && !log.refunded.has(made.id))
  return refund === undefined ? null : `${orderId}: payment:refunded ${refund.id}`
}

const FIELDS = ['title', 'price', 'quantity', 'available', 'archived'] as const

function untold(product: Product, told: readonly PublishedProduct[]): string | null {
  const newest = told.toSorted((a, b) => b.version - a.version)[0]
  if (newest === undefined) return `${product.id} was never told`
  if (newest.version > product.version) return `${product.id}: version ${newest.version}`
  const field = FIELDS.find((name) => newest[name] !== product[name])
  return field === undefined
    ? null
    : `${product.id}: ${field} ${newest[field]} instead of ${product[field]}`
}

/** A version that two events tell differently; claims change what is free without a version. */
function ambiguous(told: readonly PublishedProduct[]): number | undefined {
  const seen = new Map<number, string>()
  for (const { version, title, price, quantity, archived } of told) {
    const state = JSON.stringify([title, price, quantity, archived])
    if ((seen.get(version) ?? state) !== state) return version
    seen.set(version, state)
  }
  return undefined
}

import {
  doneRefunds,
  failedRefunds,
  orderNumber,
  searchPrefixes,
  titleWords,
  wordsOf,
  type ParcelStatus,
  type StaffStatus,
} from '@shop/shared/contracts'
import type { PaidOrder } from './after-sale.ts'

/** What lists of orders are filtered by, stored with the order so that it can be indexed. */
export interface ListKeys {
  /** The statuses of a paid order: of each seller, and of all of them. */
  statuses: string[]
  /** The number and the words of the titles, of each seller. */
  words: string[]
}

type Listed = Pick<PaidOrder, '_id' | 'items' | 'parcels' | 'returns' | 'refunds'>

/** Who lists orders: a seller's id, or the staff. */
export type Lister = string
export const STAFF: Lister = 'staff'

/** The key of a lister's paid orders with a status; without one, of all of them. */
export function statusKey(lister: Lister, status: StaffStatus | 'paid' = 'paid'): string {
  return `${lister} ${status}`
}

export function listKeysOf(order: Listed): ListKeys {
  return { statuses: statusKeysOf(order), words: wordKeysOf(order) }
}

/** Changes with the parcels, returns and refunds. */
export function statusKeysOf(order: Listed): string[] {
  const sellers = sellersOf(order).map((sellerId) => ({
    sellerId,
    statuses: statusesOf(order, sellerId),
  }))
  const all = new Set(sellers.flatMap(({ statuses }) => statuses))
  return [
    ...sellers.flatMap(({ sellerId, statuses }) => [
      statusKey(sellerId),
      ...statuses.map((status) => statusKey(sellerId, status)),
    ]),
    ...[...all].map((status) => statusKey(STAFF, status)),
  ]
}

const NUMBER = /^([2-9A-HJ-NP-Z]{4})-([2-9A-HJ-NP-Z]{2})$/i

/** Patterns of the word keys that a search is for, the longest first: each of them has to match. */
export function wordPatterns(sellerId: string, text: string): RegExp[] {
  return searchPrefixes(wordsOf(text.replace(NUMBER, '$1$2')))
    .toSorted((a, b) => b.length - a.length)
    .map((word) => new RegExp(`^${sellerId} ${word}`))
}

/** The refunds that a seller sees: those of the whole order name no seller. */
export function refundsOf<R extends { sellerId?: string | undefined }>(
  { items, refunds }: { items: { sellerId: string }[]; refunds: R[] },
  sellerId: string,
): R[] {
  const isOnlySeller = items.every((line) => line.sellerId === sellerId)
  return isOnlySeller ? refunds : refunds.filter((refund) => refund.sellerId === sellerId)
}

const BY_PARCEL: Record<ParcelStatus, StaffStatus> = {
  ToSend: 'to-send',
  Sent: 'sent',
  Delivered: 'delivered',
  Cancelled: 'cancelled',
}

function statusesOf(order: Listed, sellerId: string): StaffStatus[] {
  const isOwn = (each: { sellerId: string }) => each.sellerId === sellerId
  const items = order.items.filter(isOwn)
  const returns = order.returns.filter(isOwn)
  const ids = new Set(returns.map(({ id }) => id))
  const refunds = refundsOf(order, sellerId).map((refund) => ({
    ...refund,
    returnId: ids.has(refund.key ?? '') ? refund.key : undefined,
  }))
  const isOpen = returns.some(({ status }) => status === 'Asked' || status === 'Accepted')
  const isUnanswered = returns.some(
    ({ status, answer }) => status === 'Accepted' && answer === undefined,
  )
  return [
    ...order.parcels.filter(isOwn).map(({ status }) => BY_PARCEL[status]),
    ...(isOpen ? (['returns'] as const) : []),
    ...(isUnanswered ? (['unanswered'] as const) : []),
    ...(refunds.some(({ reversed }) => reversed === true) ? (['reversed'] as const) : []),
    ...(doneRefunds(refunds).length > 0 ? (['refunded'] as const) : []),
    ...(failedRefunds({ items, returns, refunds }).length > 0 ? (['failed'] as const) : []),
  ]
}

function wordKeysOf(order: Pick<Listed, '_id' | 'items'>): string[] {
  const number = orderNumber(order._id.toString()).replace('-', '')
  return sellersOf(order).flatMap((sellerId) => {
    const own = order.items.filter((line) => line.sellerId === sellerId)
    const words = own.flatMap(({ title }) => titleWords(wordsOf(title)))
    return [...new Set([number, ...words])].map((word) => `${sellerId} ${word}`)
  })
}

function sellersOf({ items }: Pick<Listed, 'items'>): string[] {
  return [...new Set(items.map(({ sellerId }) => sellerId))]
}

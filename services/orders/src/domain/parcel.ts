import {
  ADDRESS_LIFE_MS,
  DELIVERY_MS,
  MAX_CORRECTIONS,
  ShopError,
  notFound,
  type Carrier,
  type OrderStatus,
} from '@shop/shared/contracts'
import { parcelSent } from './after-sale-events.ts'
import { replaced, type Change, type PaidOrder, type Parcel } from './after-sale.ts'
import { remaining } from './given-back.ts'
import type { OrderLine } from './place-order.ts'

/** One parcel a seller, written with the new order; without an address there is nothing to send. */
export function newParcels(items: Pick<OrderLine, 'sellerId'>[], isShipped: boolean): Parcel[] {
  const status = isShipped ? 'ToSend' : 'Delivered'
  const sellers = new Set(items.map(({ sellerId }) => sellerId))
  return [...sellers].map((sellerId) => ({ sellerId, status, n: 0 }))
}

interface StoredOrder {
  items: Pick<OrderLine, 'sellerId'>[]
  address?: object
  completedAt?: Date
  createdAt: Date
  parcels?: Parcel[]
}

/** The parcels of an order; one of an earlier version counts as delivered two weeks after its payment. */
export function parcelsOf(order: StoredOrder, now: Date): Parcel[] {
  const { items, address, completedAt, createdAt, parcels } = order
  if (parcels !== undefined && parcels.length > 0)
    return parcels.map((parcel) => withDelivery(parcel, completedAt))
  const arrivedAt = new Date((completedAt ?? createdAt).getTime() + DELIVERY_MS)
  const isOld = arrivedAt <= now
  return newParcels(items, address !== undefined).map((parcel) =>
    isOld ? { ...parcel, status: 'Delivered', deliveredAt: arrivedAt } : parcel,
  )
}

/** What had nothing to send was delivered with the payment, and is stored before it. */
function withDelivery(parcel: Parcel, completedAt: Date | undefined): Parcel {
  const isOpen = parcel.status === 'Delivered' && parcel.deliveredAt === undefined
  return isOpen && completedAt ? { ...parcel, deliveredAt: completedAt } : parcel
}

/** Whether a seller sees where to send the parcel: from the payment until long after the delivery. */
export function isAddressShown(
  order: StoredOrder & { status: OrderStatus },
  sellerId: string,
  now: Date,
): boolean {
  const parcel = parcelsOf(order, now).find((each) => each.sellerId === sellerId)
  if (order.status !== 'Complete' || parcel === undefined) return false
  const { status, deliveredAt } = parcel
  const isOld = deliveredAt !== undefined && deliveredAt.getTime() + ADDRESS_LIFE_MS < now.getTime()
  return status !== 'Cancelled' && !isOld
}

export function parcelOf({ parcels }: PaidOrder, sellerId: string): Parcel {
  const parcel = parcels.find((each) => each.sellerId === sellerId)
  if (parcel === undefined) throw notFound('Order')
  return parcel
}

export interface Sending {
  carrier: Carrier
  tracking?: string
}

/** The seller has sent the parcel, or corrects how; null when nothing changes. Throws `refunded` and `order-final`. */
export function send(
  order: PaidOrder,
  sellerId: string,
  { carrier, tracking }: Sending,
  now: Date,
): Change | null {
  const parcel = parcelOf(order, sellerId)
  const isGivenBack = remaining(order, sellerId).length === 0
  if (parcel.status === 'Cancelled' || (parcel.status === 'ToSend' && isGivenBack))
    throw new ShopError('refunded', 'Everything in this parcel was given back')
  if (parcel.status === 'Delivered') throw new ShopError('order-final', 'This parcel was delivered')
  if (parcel.status === 'Sent' && parcel.carrier === carrier && parcel.tracking === tracking)
    return null
  if (parcel.n > MAX_CORRECTIONS)
    throw new ShopError('order-final', `Tracking can be corrected ${MAX_CORRECTIONS} times`)
  const { tracking: _, ...rest } = parcel
  const sent: Parcel = {
    ...rest,
    status: 'Sent',
    carrier,
    ...(tracking !== undefined && { tracking }),
    n: parcel.n + 1,
    sentAt: parcel.sentAt ?? now,
  }
  const parcels = order.parcels.map((each) => (each === parcel ? sent : each))
  return { parcels, events: [parcelSent(order, sent, now)] }
}

/** The buyer has the parcel; null when that was known. Throws `not-sent`. */
export function receive(order: PaidOrder, sellerId: string, now: Date): Change | null {
  const parcel = parcelOf(order, sellerId)
  const isPaid = order.status === 'Complete'
  if (isPaid && parcel.status === 'Delivered') return null
  if (!isPaid || parcel.status !== 'Sent')
    throw new ShopError('not-sent', 'This parcel was not sent')
  const delivered = { status: 'Delivered', deliveredAt: now } as const
  return { parcels: replaced(order.parcels, parcel, delivered), events: [] }
}

/** Parcels that were sent long ago count as delivered; null when there are none. */
export function receiveOverdue(order: PaidOrder, now: Date): Change | null {
  const isOverdue = ({ status, sentAt }: Parcel) =>
    status === 'Sent' && sentAt !== undefined && sentAt.getTime() + DELIVERY_MS <= now.getTime()
  if (!order.parcels.some(isOverdue)) return null
  const parcels = order.parcels.map((parcel): Parcel =>
    isOverdue(parcel) ? { ...parcel, status: 'Delivered', deliveredAt: now } : parcel,
  )
  return { parcels, events: [] }
}

import type {
  AskedBy,
  CancelReason,
  EventItem,
  OrderStatus,
  ParcelStatus,
  RefundStatus,
  ReturnStatus,
} from '@shop/shared/contracts'
import type { CartLine, PaymentState, Refund, ReservationState } from '../shared-code.ts'
import type { Event } from './events.ts'

export interface Outbox {
  outbox: Event[]
  /** When the last event was appended, published or not. */
  lastEventAt: number
}

interface Parcel {
  sellerId: string
  status: ParcelStatus
}

export interface Return {
  id: string
  sellerId: string
  lines: EventItem[]
  status: ReturnStatus
}

export interface OrderRefund {
  id: string
  returnId?: string
  sellerId?: string
  lines: EventItem[]
  /** With the shipping. */
  amount: number
  shipping: number
  restock: boolean
  by: AskedBy
  status: RefundStatus
  reversed?: boolean
  at: number
}

export interface Order extends Outbox {
  kind: 'order'
  id: string
  userId: string
  items: EventItem[]
  total: number
  status: OrderStatus
  reason?: CancelReason
  version: number
  createdAt: number
  shipping: number
  parcels: Parcel[]
  returns: Return[]
  refunds: OrderRefund[]
}

/** The payments service's copy of an order; a tombstone has no `placed`. */
export interface OrderCopy {
  kind: 'order-copy'
  id: string
  version: number
  status: 'Created' | 'Cancelled'
  placed?: Pick<Order, 'userId' | 'items' | 'total' | 'createdAt'>
}

export interface Payment extends Outbox {
  kind: 'payment'
  id: string
  orderId: string
  userId: string
  items: EventItem[]
  total: number
  state: PaymentState
  /** When the state was entered. */
  since: number
  paymentIntentId: string | null
  attempt: number
  confirmingUntil: number
  reason?: CancelReason
  lastError?: string
  refunds: Refund[]
}

interface Hold {
  paymentId: string
  quantity: number
}

export interface Product extends Outbox {
  kind: 'product'
  id: string
  quantity: number
  available: number
  archived: boolean
  version: number
  holds: Hold[]
  restocked: string[]
  /** Incremented when a hold is sold or released, so that a paused claimer notices. */
  settled: number
}

export interface Reservation extends Outbox {
  kind: 'reservation'
  id: string
  orderId: string
  items: EventItem[]
  state: ReservationState
  since: number
  next?: 'Released' | 'Rejected'
}

export interface Cart {
  kind: 'cart'
  userId: string
  lines: CartLine[]
  applied: string[]
  mergedInto?: string
}

export interface ProductCopy {
  kind: 'product-copy'
  id: string
  version: number
  available: number
  archived: boolean
}

/** The documents that the checkout uses. */
export type Document = Order | OrderCopy | Payment | Product | Reservation | Cart | ProductCopy

/** The state or status of a document that has one. */
export function stateOf(document: Document): string | undefined {
  if ('state' in document) return document.state
  return 'status' in document ? document.status : undefined
}

/** A document's label in the history. */
export function nameOf(document: Document): string {
  return document.kind === 'cart' ? `cart of ${document.userId}` : `${document.kind} ${document.id}`
}

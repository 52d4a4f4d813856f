import type {
  AskedBy,
  Carrier,
  OrderStatus,
  ParcelStatus,
  RefundReason,
  RefundStatus,
  ReturnReason,
  ReturnStatus,
  StaffAction,
} from '@shop/shared/contracts'
import type { OrderEvent } from './order-events.ts'
import type { OrderLine } from './place-order.ts'
import type { TimelineEntry } from './timeline.ts'

/** A quantity of one line of the order. */
export interface Part {
  productId: string
  quantity: number
}

/** One seller's part of an order. */
export interface Parcel {
  sellerId: string
  status: ParcelStatus
  carrier?: Carrier
  tracking?: string
  /** How often it was marked as sent, corrections included. */
  n: number
  sentAt?: Date
  deliveredAt?: Date
}

/** Identifies a repeated request: digests of its key and of its body. */
export interface Request {
  key: string
  body: string
}

export interface Return {
  id: string
  sellerId: string
  lines: Part[]
  reason: ReturnReason
  note?: string
  status: ReturnStatus
  /** The seller's words. */
  answer?: string
  askedAt: Date
  /** When the seller answered, or was too late to. */
  answeredAt?: Date
  /** When it reached its status. */
  changedAt: Date
  request: Request
}

/** Amounts are in minor units; `amount` includes `shipping`. */
export interface Refund {
  id: string
  /** The return's id, or a digest of the seller and the request's key: one refund at a time has it. */
  key?: string
  /** Digest of the request's body. */
  body?: string
  sellerId?: string
  lines: Part[]
  amount: number
  shipping: number
  restock: boolean
  reason?: ReturnReason | RefundReason
  note?: string
  by: AskedBy
  status: RefundStatus
  /** The bank sent the money back after the refund had succeeded. */
  reversed?: boolean
  at: Date
  doneAt?: Date
}

/** What staff did for a seller, and why. */
export interface OrderAct {
  act: StaffAction
  sellerId: string
  reason: string
  /** The member of staff. */
  by: string
  at: Date
}

/** What decisions after the payment are made on. */
export interface PaidOrder {
  _id: { toString(): string }
  status: OrderStatus
  items: OrderLine[]
  shipping: number
  total: number
  email?: string
  address?: { country: string }
  completedAt?: Date
  parcels: Parcel[]
  returns: Return[]
  refunds: Refund[]
}

/** A change of a paid order: the fields that get new values, and what is published with them. */
export interface Change {
  parcels?: Parcel[]
  returns?: Return[]
  refunds?: Refund[]
  entries?: TimelineEntry[]
  act?: OrderAct
  events: OrderEvent[]
}

/** One of these with some fields replaced. */
export function replaced<T extends object>(all: T[], one: T, fields: Partial<T>): T[] {
  return all.map((each) => (each === one ? { ...each, ...fields } : each))
}

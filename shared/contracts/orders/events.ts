import * as v from 'valibot'
import { Items, Meta, Quantity, RefundFields, Timestamp, Version } from '../event-fields.ts'
import { Id } from '../ids.ts'
import { Amount } from '../money.ts'
import { AskedBy, Carrier, ReturnReason, ReturnStatus } from './after-sale.ts'
import { AddressResponse, CancelReason, OrderStatus } from './schemas.ts'

/** What happened to one seller's part of an order; the items are the lines it is about. */
const OfParcel = {
  orderId: Id,
  sellerId: Id,
  email: v.optional(v.string()),
  items: Items,
  happenedAt: Timestamp,
}

/** What only orders publishes. */
export const ORDERS_EVENTS = {
  'order:created': v.object({
    id: Id,
    userId: Id,
    status: OrderStatus,
    total: Amount,
    items: Items,
    version: Version,
    meta: Meta,
  }),
  'order:completed': v.object({
    id: Id,
    userId: Id,
    email: v.optional(v.string()),
    items: Items,
    shipping: Amount,
    total: Amount,
    address: v.optional(AddressResponse),
    payment: v.optional(v.object({ brand: v.string(), last4: v.string() })),
    completedAt: Timestamp,
    version: Version,
    meta: Meta,
  }),
  'order:cancelled': v.object({
    id: Id,
    version: Version,
    reason: CancelReason,
    email: v.optional(v.string()),
    /** Whether the buyer's money had been held. */
    wasHeld: v.optional(v.boolean()),
    happenedAt: v.optional(Timestamp),
    meta: Meta,
  }),
  'parcel:sent': v.object({
    ...OfParcel,
    /** How often the parcel was marked as sent: corrections count. */
    n: Quantity,
    carrier: Carrier,
    tracking: v.optional(v.string()),
    /** Of the order: from these follows when the parcel arrives. */
    completedAt: v.optional(Timestamp),
    country: v.optional(v.string()),
    /** The sellers of the order's other parcels. */
    otherSellerIds: v.optional(v.array(Id)),
    meta: Meta,
  }),
  'parcel:cancelled': v.object({ ...OfParcel, by: AskedBy, meta: Meta }),
  'return:changed': v.object({
    ...OfParcel,
    returnId: v.string(),
    status: ReturnStatus,
    reason: ReturnReason,
    note: v.optional(v.string()),
    /** The seller's words. */
    answer: v.optional(v.string()),
    meta: Meta,
  }),
  'refund:asked': v.object({ ...RefundFields, meta: Meta }),
  'refund:told': v.object({
    orderId: Id,
    refundId: v.string(),
    sellerId: v.optional(Id),
    amount: Amount,
    status: v.picklist(['done', 'failed', 'reversed']),
    by: AskedBy,
    email: v.optional(v.string()),
    happenedAt: Timestamp,
    meta: Meta,
  }),
} as const

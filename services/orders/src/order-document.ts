import { orderNumber, type CancelReason, type OrderStatus } from '@shop/shared/contracts'
import { event, hasOutbox, type OutboxEntry } from '@shop/shared/outbox'
import { Schema, Types } from 'mongoose'
import type { OrderAct, Parcel, Refund, Return } from './domain/after-sale.ts'
import { listKeysOf, type ListKeys } from './domain/list-keys.ts'
import type { OrderEvent } from './domain/order-events.ts'
import { newParcels } from './domain/parcel.ts'
import type { NewOrder } from './domain/place-order.ts'
import type { TimelineEntry } from './domain/timeline.ts'

/** The index of the paid orders of a lister by status. Named where they are counted: the planner has chosen another one, which reads all orders. */
export const BY_STATUS = {
  'listKeys.statuses': 1,
  status: 1,
  completedAt: 1,
  _id: 1,
} as const

/** Amounts are in minor units. */
export interface OrderDocument extends NewOrder {
  _id: Types.ObjectId
  status: OrderStatus
  /** Who opened the order by its link and added it to their account. */
  claimedBy?: string
  reason?: CancelReason
  /** For people: derived from the id, stored so that it can be searched. */
  number?: string
  completedAt?: Date
  /** Absent in orders of earlier versions, like the returns. */
  parcels?: Parcel[]
  returns?: Return[]
  refunds: StoredRefund[]
  /** What staff did, oldest first. */
  acts?: OrderAct[]
  /** Absent in orders of earlier versions, until a sweeper adds them. */
  listKeys?: ListKeys
  payment?: { brand: string; last4: string }
  timeline: TimelineEntry[]
  /** When a mail with its link was last asked for by its number. */
  findMailedAt?: Date
  idempotencyKey?: string
  /** Digest of the request body that came with the key. */
  idempotencyBody?: string
  version: number
  createdAt: Date
}

/** Refunds of earlier versions have an id, an amount and a time, and are done. */
type StoredRefund = Pick<Refund, 'id' | 'amount' | 'at'> & Partial<Refund>

export const orderSchema: Schema = new Schema(
  {
    userId: String,
    claimedBy: String,
    status: String,
    items: [
      {
        _id: false,
        productId: String,
        title: String,
        price: Number,
        quantity: Number,
        sellerId: String,
        picture: String,
      },
    ],
    shipping: Number,
    total: Number,
    email: String,
    address: {},
    reason: String,
    number: String,
    completedAt: Date,
    parcels: { type: Array, default: undefined },
    returns: { type: Array, default: undefined },
    refunds: Array,
    acts: { type: Array, default: undefined },
    listKeys: {},
    findMailedAt: Date,
    payment: {},
    timeline: [{ _id: false, at: Date, what: String }],
    idempotencyKey: String,
    idempotencyBody: String,
    version: Number,
    createdAt: Date,
  },
  { versionKey: false },
)
  .index({ userId: 1, createdAt: -1, _id: -1 })
  .index(
    { claimedBy: 1, createdAt: -1, _id: -1 },
    { partialFilterExpression: { claimedBy: { $exists: true } } },
  )
  .index({ 'items.sellerId': 1, createdAt: -1, _id: -1 })
  .index(
    { userId: 1, idempotencyKey: 1 },
    { unique: true, partialFilterExpression: { idempotencyKey: { $exists: true } } },
  )
  .index({ status: 1, createdAt: 1 })
  .index({ number: 1 })
  .index(BY_STATUS)
  .index({ 'listKeys.words': 1 })
  .index({ createdAt: -1, _id: -1 })
  .index({ email: 1, createdAt: -1, _id: -1 })
  .index({ 'parcels.status': 1 }, { partialFilterExpression: { 'parcels.status': 'Sent' } })
  .index({ 'returns.status': 1 }, { partialFilterExpression: { 'returns.status': 'Asked' } })
  .index({ 'refunds.status': 1 }, { partialFilterExpression: { 'refunds.status': 'Asked' } })
  .plugin(hasOutbox)

/** Identifies a repeated request. */
export interface Idempotency {
  key: string
  body: string
}

/** Unset once another request may use the key. */
export const IDEMPOTENCY_FIELDS = { idempotencyKey: 1, idempotencyBody: 1 }

export function newDocument(order: NewOrder, idempotency?: Idempotency): OrderDocument {
  const now = new Date()
  const _id = new Types.ObjectId()
  const afterSale = {
    parcels: newParcels(order.items, order.address !== undefined),
    returns: [],
    refunds: [],
  }
  return {
    ...order,
    ...afterSale,
    _id,
    number: orderNumber(_id.toString()),
    status: 'Created',
    listKeys: listKeysOf({ ...order, ...afterSale, _id }),
    timeline: [{ at: now, what: 'placed' }],
    ...(idempotency && { idempotencyKey: idempotency.key, idempotencyBody: idempotency.body }),
    version: 0,
    createdAt: now,
  }
}

export function toOutbox({ subject, data }: OrderEvent): OutboxEntry {
  return event(subject, data)
}

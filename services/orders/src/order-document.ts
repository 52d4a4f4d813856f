import type { CancelReason, OrderStatus } from '@shop/shared/contracts'
import { event, hasOutbox, type OutboxEntry } from '@shop/shared/outbox'
import { Schema, Types } from 'mongoose'
import { orderCancelled, orderCreated, type OrderEvent } from './domain/order-events.ts'
import type { NewOrder } from './domain/place-order.ts'
import type { TimelineEntry } from './domain/timeline.ts'

/** Amounts are in minor units. */
export interface OrderDocument extends NewOrder {
  _id: Types.ObjectId
  status: OrderStatus
  reason?: CancelReason
  refunds: { id: string; amount: number; at: Date }[]
  payment?: { brand: string; last4: string }
  timeline: TimelineEntry[]
  idempotencyKey?: string
  /** Digest of the request body that came with the key. */
  idempotencyBody?: string
  version: number
  createdAt: Date
}

export const orderSchema: Schema = new Schema(
  {
    userId: String,
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
    refunds: [{ _id: false, id: String, amount: Number, at: Date }],
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
  .index({ 'items.sellerId': 1, createdAt: -1, _id: -1 })
  .index(
    { userId: 1, idempotencyKey: 1 },
    { unique: true, partialFilterExpression: { idempotencyKey: { $exists: true } } },
  )
  .index({ status: 1, createdAt: 1 })
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
  return {
    ...order,
    _id: new Types.ObjectId(),
    status: 'Created',
    refunds: [],
    timeline: [{ at: now, what: 'placed' }],
    ...(idempotency && { idempotencyKey: idempotency.key, idempotencyBody: idempotency.body }),
    version: 0,
    createdAt: now,
  }
}

export function toOutbox({ subject, data }: OrderEvent): OutboxEntry {
  return event(subject, data)
}

/** Every event of an order so far: that it was placed and, once it is, that it was cancelled. */
export function eventsOf(order: OrderDocument): OrderEvent[] {
  const { version, reason, status } = order
  const isCancelled = status === 'Cancelled' && reason !== undefined
  return [orderCreated(order), ...(isCancelled ? [orderCancelled(order, version, reason)] : [])]
}

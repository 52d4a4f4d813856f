import type { CancelReason, EventItem, Shortage } from '@shop/shared/contracts'
import { event, hasOutbox, type OutboxEntry } from '@shop/shared/outbox'
import { Schema, Types } from 'mongoose'
import { digestOf } from './domain/attempt.ts'
import type { Dispute } from './domain/dispute.ts'
import type { Card, PaymentEvent } from './domain/payment-events.ts'
import { CLAIM_MS, type PaymentState } from './domain/payment.ts'
import type { Refund } from './domain/refund.ts'
import type { Order } from './order-copy.ts'

/** A stored payment; `total` is in minor units, the items are those of the event. */
export interface PaymentDocument {
  _id: Types.ObjectId
  orderId: string
  userId: string
  items: EventItem[]
  total: number
  state: PaymentState
  since: Date
  paymentIntentId: string | null
  stripeId?: string
  card?: Card
  authorizedAt?: Date
  reservedAt?: Date
  attempt: number
  confirmingUntil: Date
  /** Digest of the token of the latest attempt. */
  token?: string
  reason?: CancelReason
  short?: Shortage[]
  refunds: Refund[]
  disputes?: Dispute[]
  lastError?: string
  declines?: number
  /** Retrievals of the sweeper since the last attempt that found nothing new, and when the next is due. */
  looks?: number
  lookAt?: Date
}

export const paymentSchema: Schema = new Schema(
  {
    orderId: String,
    userId: String,
    items: Array,
    total: Number,
    state: String,
    since: Date,
    paymentIntentId: { type: String, default: null },
    stripeId: String,
    card: {},
    authorizedAt: Date,
    reservedAt: Date,
    attempt: Number,
    confirmingUntil: Date,
    token: String,
    reason: String,
    short: { type: Array, default: undefined },
    refunds: Array,
    disputes: { type: Array, default: undefined },
    lastError: String,
    declines: Number,
    looks: Number,
    lookAt: Date,
  },
  { versionKey: false },
)
  .index({ orderId: 1 }, { unique: true })
  .index({ state: 1, since: 1 })
  .index({ 'refunds.state': 1 }, { partialFilterExpression: { 'refunds.state': 'asked' } })
  .plugin(hasOutbox)

/** A new payment, with its first attempt claimed. */
export function newPayment(
  { id: orderId, userId, items, total }: Order,
  token: string,
): PaymentDocument {
  const now = Date.now()
  return {
    _id: new Types.ObjectId(),
    orderId,
    userId,
    items,
    total,
    state: 'Pending',
    since: new Date(now),
    paymentIntentId: null,
    attempt: 1,
    confirmingUntil: new Date(now + CLAIM_MS),
    token: digestOf(token),
    refunds: [],
  }
}

export function idOf({ _id }: Pick<PaymentDocument, '_id'>): string {
  return _id.toString()
}

export function toOutbox({ subject, data }: PaymentEvent): OutboxEntry {
  return event(subject, data)
}

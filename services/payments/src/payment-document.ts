import type { CancelReason, EventItem, Shortage } from '@shop/shared/contracts'
import { outboxPaths } from '@shop/shared/outbox'
import { Schema, Types } from 'mongoose'
import type { PaymentState, Refund } from './domain/payment.ts'
import type { Order } from './order-copy.ts'

/** A payment as it is stored; `total` is in minor units, the items are as events carry them. */
export interface PaymentDocument {
  _id: Types.ObjectId
  orderId: string
  userId: string
  items: EventItem[]
  total: number
  state: PaymentState
  /** When the state was entered. */
  since: Date
  paymentIntentId: string | null
  /** The charge. */
  stripeId?: string
  card?: { brand: string; last4: string }
  attempt: number
  confirmingUntil: Date
  /** Digest of the token of the latest attempt. */
  token?: string
  reason?: CancelReason
  short?: Shortage[]
  refunds: Refund[]
  lastError?: string
  /** How many cards were declined. */
  declines?: number
  /** How often Stripe was asked in vain since the last attempt, and when it is asked again. */
  looks?: number
  lookAt?: Date
}

/** The schema of the payments collection. */
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
    attempt: Number,
    confirmingUntil: Date,
    token: String,
    reason: String,
    short: { type: Array, default: undefined },
    refunds: Array,
    lastError: String,
    declines: Number,
    looks: Number,
    lookAt: Date,
    ...outboxPaths,
  },
  { versionKey: false },
)
  .index({ orderId: 1 }, { unique: true })
  .index({ state: 1, since: 1 })
  .index({ 'refunds.state': 1 }, { partialFilterExpression: { 'refunds.state': 'asked' } })
  .index({ outboxAt: 1 }, { sparse: true })

/** The payment of an order that nobody has tried to pay yet. */
export function newPayment({ id: orderId, userId, items, total }: Order): PaymentDocument {
  return {
    _id: new Types.ObjectId(),
    orderId,
    userId,
    items,
    total,
    state: 'Pending',
    since: new Date(),
    paymentIntentId: null,
    attempt: 0,
    confirmingUntil: new Date(0),
    refunds: [],
  }
}

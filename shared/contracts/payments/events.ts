import * as v from 'valibot'
import { Items, Meta, RefundFields, Timestamp } from '../event-fields.ts'
import { Id } from '../ids.ts'
import { Amount } from '../money.ts'
import { CancelReason } from '../orders/schemas.ts'

/** The steps of a payment so far, repeated by its last event: their own events may not have arrived. */
const PaymentSteps = {
  brand: v.optional(v.string()),
  last4: v.optional(v.string()),
  authorizedAt: v.optional(Timestamp),
  reservedAt: v.optional(Timestamp),
}

/** What payments publishes. */
export const PAYMENTS_EVENTS = {
  'payment:authorized': v.object({
    id: Id,
    orderId: Id,
    userId: Id,
    items: Items,
    brand: v.string(),
    last4: v.string(),
    meta: Meta,
  }),
  'payment:created': v.object({
    id: Id,
    orderId: Id,
    userId: Id,
    stripeId: v.string(),
    items: Items,
    ...PaymentSteps,
    meta: Meta,
  }),
  'payment:cancelled': v.object({
    id: Id,
    orderId: Id,
    reason: CancelReason,
    ...PaymentSteps,
    meta: Meta,
  }),
  'payment:refunded': v.object({
    id: Id,
    orderId: Id,
    refundId: v.string(),
    amount: Amount,
    items: Items,
    restock: v.boolean(),
    meta: Meta,
  }),
  'refund:ended': v.object({
    ...RefundFields,
    status: v.picklist(['done', 'failed', 'reversed']),
    meta: Meta,
  }),
} as const

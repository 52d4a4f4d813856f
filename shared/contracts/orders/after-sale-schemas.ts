import * as v from 'valibot'
import { Email } from '../email.ts'
import { Id, toOrderNumber } from '../ids.ts'
import { MAX_MESSAGE } from '../limits.ts'
import { Amount } from '../money.ts'
import { multilineText } from '../text.ts'
import { lines, note, staff } from './after-sale-fields.ts'
import {
  AskedBy,
  Carrier,
  ParcelStatus,
  RefundReason,
  RefundStatus,
  ReturnReason,
  ReturnStatus,
} from './after-sale.ts'

const Part = v.strictObject({ productId: Id, quantity: v.number() })

/** One seller's part of a paid order. */
export const ParcelResponse = v.strictObject({
  sellerId: Id,
  status: ParcelStatus,
  carrier: v.optional(Carrier),
  tracking: v.optional(v.string()),
  sentAt: v.optional(v.string()),
  deliveredAt: v.optional(v.string()),
})
export type ParcelResponse = v.InferOutput<typeof ParcelResponse>

export const ReturnResponse = v.strictObject({
  id: v.string(),
  sellerId: Id,
  lines: v.array(Part),
  reason: ReturnReason,
  note: v.optional(v.string()),
  status: ReturnStatus,
  answer: v.optional(v.string()),
  askedAt: v.string(),
  answeredAt: v.optional(v.string()),
})
export type ReturnResponse = v.InferOutput<typeof ReturnResponse>

/** A refund; only those that are done count in sums. */
export const RefundResponse = v.strictObject({
  id: v.string(),
  amount: Amount,
  shipping: Amount,
  at: v.string(),
  status: RefundStatus,
  by: AskedBy,
  lines: v.array(Part),
  sellerId: v.optional(Id),
  returnId: v.optional(v.string()),
  reason: v.optional(v.union([ReturnReason, RefundReason])),
  note: v.optional(v.string()),
  reversed: v.optional(v.boolean()),
  doneAt: v.optional(v.string()),
})
export type RefundResponse = v.InferOutput<typeof RefundResponse>

const STAFF_ACTIONS = ['send', 'answer-return', 'refund-return', 'refund', 'retry-refund'] as const
const StaffAction = v.picklist(STAFF_ACTIONS)
export type StaffAction = v.InferOutput<typeof StaffAction>

/** What staff have done for a seller. */
export const OrderActResponse = v.strictObject({
  act: StaffAction,
  sellerId: Id,
  reason: v.string(),
  at: v.string(),
})

const requiredNote = v.pipe(multilineText(MAX_MESSAGE), v.minLength(1, 'Must not be empty'))

/** What the buyer gives back. */
export const GiveBackBody = v.strictObject({ lines, reason: ReturnReason, note })
export type GiveBackBody = v.InferOutput<typeof GiveBackBody>

/** The key of a mailed link. */
export const OpenOrderBody = v.strictObject({ key: v.pipe(v.string(), v.maxLength(100)) })

/** Mails the links of the orders with this number and address. */
export const FindOrderBody = v.strictObject({
  number: v.pipe(
    v.string(),
    v.trim(),
    v.toUpperCase(),
    v.regex(/^[2-9A-HJ-NP-Z]{4}-?[2-9A-HJ-NP-Z]{2}$/, 'Must be an order number like 7F4M-83'),
    v.transform(toOrderNumber),
  ),
  email: Email,
})

/** How a seller has sent a parcel. */
export const SendParcelBody = v.strictObject({
  carrier: Carrier,
  tracking: v.optional(
    v.pipe(
      v.string(),
      v.trim(),
      v.regex(/^[A-Za-z0-9 -]{4,40}$/, 'Must have 4 to 40 letters, digits, spaces or hyphens'),
    ),
  ),
  staff,
})

/** How a seller answers a return: the buyer reads the note. */
export const AnswerReturnBody = v.strictObject({
  answer: v.picklist(['accepted', 'refused']),
  note: requiredNote,
  staff,
})

/** The goods are back, or never will be. */
export const RefundReturnBody = v.strictObject({ restock: v.boolean(), staff })

/** Another try of a refund that failed. */
export const RetryRefundBody = v.strictObject({ staff })

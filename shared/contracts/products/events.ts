import * as v from 'valibot'
import { Meta, Quantity, Timestamp, Version } from '../event-fields.ts'
import { Id } from '../ids.ts'
import { Amount } from '../money.ts'
import { Category } from './schemas.ts'

const ProductPayload = v.object({
  id: Id,
  title: v.string(),
  price: Amount,
  quantity: Quantity,
  available: Quantity,
  imageUrl: v.nullable(v.string()),
  category: v.nullable(Category),
  archived: v.boolean(),
  userId: Id,
  version: Version,
  meta: Meta,
})

/** What products publishes. */
export const PRODUCTS_EVENTS = {
  'product:created': ProductPayload,
  'product:updated': ProductPayload,
  /** Staff have hidden a product or show it again. */
  'product:moderated': v.object({
    /** Of the moderation. */
    id: Id,
    productId: Id,
    /** The seller. */
    userId: Id,
    title: v.string(),
    act: v.picklist(['hide', 'unhide']),
    reason: v.string(),
    happenedAt: Timestamp,
    meta: Meta,
  }),
  'inventory:reserved': v.object({ orderId: Id, paymentId: Id, meta: Meta }),
  'inventory:rejected': v.object({
    orderId: Id,
    paymentId: Id,
    short: v.array(v.object({ productId: Id, wanted: Quantity, available: Quantity })),
    meta: Meta,
  }),
} as const

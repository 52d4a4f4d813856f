import * as v from 'valibot'
import { Meta, Quantity, Version } from '../event-fields.ts'
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
  'inventory:reserved': v.object({ orderId: Id, paymentId: Id, meta: Meta }),
  'inventory:rejected': v.object({
    orderId: Id,
    paymentId: Id,
    short: v.array(v.object({ productId: Id, wanted: Quantity, available: Quantity })),
    meta: Meta,
  }),
} as const

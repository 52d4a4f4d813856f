import * as v from 'valibot'
import { Id } from './ids.ts'
import { Amount } from './money.ts'
import { CancelReason, OrderStatus } from './orders/schemas.ts'
import { Category } from './products/schemas.ts'
import type { ServiceName } from './services.ts'

const Quantity = v.pipe(v.number(), v.integer(), v.minValue(0))
const Version = v.pipe(v.number(), v.integer(), v.minValue(0))

const Timestamp = v.pipe(v.string(), v.isoTimestamp())

/** The metadata of every event. */
export const Meta = v.object({
  eventId: v.string(),
  /** When the event was appended, ISO 8601. */
  at: Timestamp,
  correlationId: v.string(),
  v: v.literal(1),
})
export type Meta = v.InferOutput<typeof Meta>

const Items = v.array(
  v.object({
    productId: Id,
    title: v.string(),
    price: Amount,
    quantity: Quantity,
    sellerId: Id,
  }),
)
export type EventItem = v.InferOutput<typeof Items>[number]

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

/** The steps of a payment so far, repeated by its last event: their own events may not have arrived. */
const PaymentSteps = {
  brand: v.optional(v.string()),
  last4: v.optional(v.string()),
  authorizedAt: v.optional(Timestamp),
  reservedAt: v.optional(Timestamp),
}

/** The schema of every subject. Events that do not match become dead letters. */
export const EVENTS = {
  'product:created': ProductPayload,
  'product:updated': ProductPayload,
  'order:created': v.object({
    id: Id,
    userId: Id,
    status: OrderStatus,
    total: Amount,
    items: Items,
    version: Version,
    meta: Meta,
  }),
  'order:cancelled': v.object({ id: Id, version: Version, reason: CancelReason, meta: Meta }),
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
  'inventory:reserved': v.object({ orderId: Id, paymentId: Id, meta: Meta }),
  'inventory:rejected': v.object({
    orderId: Id,
    paymentId: Id,
    short: v.array(v.object({ productId: Id, wanted: Quantity, available: Quantity })),
    meta: Meta,
  }),
  'user:updated': v.object({ id: Id, name: v.string(), version: Version, meta: Meta }),
  'session:revoked': v.object({
    sid: v.optional(v.string()),
    userId: Id,
    /** Without a `sid`: the user's sessions that began before this moment (as `auth_time`) are revoked. */
    before: v.number(),
    exp: v.number(),
    meta: Meta,
  }),
} as const

export type Subject = keyof typeof EVENTS

/** The subjects that each service publishes; the broker refuses others (`k8s/base/nats/nats.conf`). */
export const PUBLISHED: Record<ServiceName, Subject[]> = {
  auth: ['session:revoked', 'user:updated'],
  products: ['product:created', 'product:updated', 'inventory:reserved', 'inventory:rejected'],
  cart: [],
  orders: ['order:created', 'order:cancelled'],
  payments: ['payment:authorized', 'payment:created', 'payment:cancelled', 'payment:refunded'],
}

/** An event as consumers get it. */
export type EventOf<S extends Subject> = v.InferOutput<(typeof EVENTS)[S]>

/** An event without `meta`. */
export type PayloadOf<S extends Subject> = Omit<EventOf<S>, 'meta'>

export type Shortage = EventOf<'inventory:rejected'>['short'][number]

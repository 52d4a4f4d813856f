import * as v from 'valibot'
import { Id } from './ids.ts'
import { Amount } from './money.ts'

export const Quantity = v.pipe(v.number(), v.integer(), v.minValue(0))
export const Version = v.pipe(v.number(), v.integer(), v.minValue(0))

export const Timestamp = v.pipe(v.string(), v.isoTimestamp())

/** The metadata of every event. */
export const Meta = v.object({
  eventId: v.string(),
  /** When the event was appended, ISO 8601. */
  at: Timestamp,
  correlationId: v.string(),
  /** Of the span that published it, as in HTTP; only when its trace is recorded. */
  traceparent: v.optional(v.string()),
  v: v.literal(1),
})
export type Meta = v.InferOutput<typeof Meta>

export const Items = v.array(
  v.object({
    productId: Id,
    title: v.string(),
    price: Amount,
    quantity: Quantity,
    sellerId: Id,
  }),
)
export type EventItem = v.InferOutput<typeof Items>[number]

/** A refund that orders asked for. */
export const RefundFields = {
  id: v.string(),
  orderId: Id,
  amount: Amount,
  items: Items,
  restock: v.boolean(),
}

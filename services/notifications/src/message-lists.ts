import { isId, type MessageState } from '@shop/shared/contracts'
import type { Position } from '@shop/shared/http'
import type { Model } from 'mongoose'
import type { MessageDocument } from './message-document.ts'

/** Which messages are listed; a text is the recipient's email address or an order's id. */
export interface MessageFilter {
  state?: MessageState | undefined
  q?: string | undefined
}

/** The beginnings of the keys of all that concerns an order. */
const OF_ORDERS = ['receipt', 'sold', 'cancelled', 'sent', 'parcel-cancelled', 'return', 'refund']

/** The newest messages, from a position on. */
export function newestMessages(
  model: Model<MessageDocument>,
  { state, q }: MessageFilter,
  limit: number,
  after: Position | null,
): Promise<MessageDocument[]> {
  const conditions = [
    ...(state === undefined ? [] : [{ state }]),
    ...(q === undefined ? [] : [isId(q) ? ofOrder(q) : { to: q }]),
    ...(after === null ? [] : [olderThan(after)]),
  ]
  return model
    .find(conditions.length === 0 ? {} : { $and: conditions })
    .sort({ queuedAt: -1, _id: -1 })
    .limit(limit)
    .lean()
}

function ofOrder(orderId: string) {
  const beginnings = OF_ORDERS.map((kind) => `${kind}:${orderId}`)
  return { $or: beginnings.map((start) => ({ _id: { $gte: start, $lt: `${start}\uffff` } })) }
}

function olderThan([time, key]: Position) {
  const queuedAt = new Date(time)
  return {
    queuedAt: { $lte: queuedAt },
    $or: [{ queuedAt: { $lt: queuedAt } }, { _id: { $lt: key } }],
  }
}

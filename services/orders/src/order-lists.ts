import type { Position } from '@shop/shared/http'
import type { OutboxFields } from '@shop/shared/outbox'
import type { Model } from 'mongoose'
import type { OrderDocument } from './order-document.ts'

/** The newest orders that match, from a position on. */
export function newest(
  model: Model<OrderDocument & OutboxFields>,
  filter: Record<string, unknown>,
  limit: number,
  after: Position | null,
): Promise<OrderDocument[]> {
  const createdAt = after && new Date(after[0])
  const older = after && {
    createdAt: { $lte: createdAt },
    $or: [{ createdAt: { $lt: createdAt } }, { _id: { $lt: after[1] } }],
  }
  return model
    .find({ ...filter, ...older })
    .sort({ createdAt: -1, _id: -1 })
    .limit(limit)
    .lean()
}

import type { OrderStatus } from '@shop/shared/contracts'
import type { Position } from '@shop/shared/http'
import type { OutboxFields } from '@shop/shared/outbox'
import type { Model } from 'mongoose'
import type { OrderDocument } from './order-document.ts'
import { newest } from './order-lists.ts'

/** How orders are found. */
export class OrderReads {
  readonly model: Model<OrderDocument & OutboxFields>

  constructor(model: Model<OrderDocument & OutboxFields>) {
    this.model = model
  }

  findByKey(userId: string, idempotencyKey: string): Promise<OrderDocument | null> {
    return this.model.findOne({ userId, idempotencyKey }).lean()
  }

  findById(id: string): Promise<OrderDocument | null> {
    return this.model.findById(id).lean()
  }

  find(id: string, owners: string[]): Promise<OrderDocument | null> {
    return this.model.findOne({ _id: id, userId: { $in: owners } }).lean()
  }

  /** The newest orders of these owners, from a position on. */
  list(owners: string[], limit: number, after: Position | null): Promise<OrderDocument[]> {
    return newest(this.model, { userId: { $in: owners } }, limit, after)
  }

  /** An order with lines of this seller. */
  findSold(id: string, sellerId: string, status?: OrderStatus): Promise<OrderDocument | null> {
    const filter = { _id: id, 'items.sellerId': sellerId, ...(status && { status }) }
    return this.model.findOne(filter).lean()
  }

  /** The newest orders with lines of this seller, from a position on. */
  listSold(sellerId: string, limit: number, after: Position | null): Promise<OrderDocument[]> {
    return newest(this.model, { 'items.sellerId': sellerId }, limit, after)
  }

  async versionsOf(ids: string[]): Promise<Map<string, number>> {
    const found = await this.model.find({ _id: { $in: ids } }, { version: 1 }).lean()
    return new Map(found.map(({ _id, version }) => [_id.toString(), version]))
  }

  async openBefore(time: Date, limit: number): Promise<string[]> {
    const found = await this.model
      .find({ status: 'Created', createdAt: { $lt: time } }, { _id: 1 })
      .limit(limit)
      .lean()
    return found.map(({ _id }) => _id.toString())
  }
}

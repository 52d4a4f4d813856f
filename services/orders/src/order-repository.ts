import { isDuplicateKey } from '@shop/shared/db'
import type { Position } from '@shop/shared/http'
import { announcing, outboxOf, type OutboxFields } from '@shop/shared/outbox'
import { Types, type Connection, type Model } from 'mongoose'
import type { Cancellation, NewOrder, TimelineEntry } from './domain/order.ts'
import { orderSchema, type OrderDocument } from './order-document.ts'
import { cancelled, eventsOf, placed } from './order-events.ts'

/** What makes a repeated request the same request. */
export interface Idempotency {
  key: string
  body: string
}

type EarlyEvent = Exclude<TimelineEntry['what'], 'placed' | 'complete' | 'cancelled' | 'refunded'>

/** Orders in their collection; each change is one conditional write. */
export class OrderRepository {
  readonly model: Model<OrderDocument & OutboxFields>
  readonly #wake: () => void

  constructor(db: Connection, wake: () => void) {
    this.model = db.model<OrderDocument & OutboxFields>('Order', orderSchema, 'orders')
    this.#wake = wake
  }

  /** Stores a new order with its event; null when the idempotency key is taken. */
  async insert(order: NewOrder, idempotency?: Idempotency): Promise<OrderDocument | null> {
    const now = new Date()
    const document: OrderDocument = {
      ...order,
      _id: new Types.ObjectId(),
      status: 'Created',
      refunds: [],
      timeline: [{ at: now, what: 'placed' }],
      ...(idempotency && { idempotencyKey: idempotency.key, idempotencyBody: idempotency.body }),
      version: 0,
      createdAt: now,
    }
    try {
      await this.model.create({
        ...document,
        ...outboxOf(placed(document)),
      })
    } catch (error) {
      if (idempotency !== undefined && isDuplicateKey(error)) return null
      throw error
    }
    this.#wake()
    return document
  }

  findByKey(userId: string, idempotencyKey: string): Promise<OrderDocument | null> {
    return this.model.findOne({ userId, idempotencyKey }).lean()
  }

  find(id: string, owners: string[]): Promise<OrderDocument | null> {
    return this.model.findOne({ _id: id, userId: { $in: owners } }).lean()
  }

  /** The newest orders of these owners, from a position on. */
  list(owners: string[], limit: number, after: Position | null): Promise<OrderDocument[]> {
    const createdAt = after && new Date(after[0])
    const older = after && {
      $or: [{ createdAt: { $lt: createdAt } }, { createdAt, _id: { $lt: after[1] } }],
    }
    return this.model
      .find({ userId: { $in: owners }, ...older })
      .sort({ createdAt: -1, _id: -1 })
      .limit(limit)
      .lean()
  }

  /** Created → Cancelled; null when the order is in another state. */
  async cancel(id: string, { reason, at }: Cancellation): Promise<OrderDocument | null> {
    const before = await this.model.findOne({ _id: id, status: 'Created' }).lean()
    if (before === null) return null
    const version = before.version + 1
    const update = {
      $set: { status: 'Cancelled', reason, version },
      $unset: { idempotencyKey: 1, idempotencyBody: 1 },
      $push: { timeline: { at, what: 'cancelled' } },
    }
    const order = await this.model
      .findOneAndUpdate(
        { _id: id, status: 'Created', version: before.version },
        announcing(update, cancelled(id, version, reason)),
        { returnDocument: 'after' },
      )
      .lean()
    if (order !== null) this.#wake()
    return order
  }

  /** Tells again that the order is cancelled: its money arrived after all and must go back. */
  async announceCancelled(id: string): Promise<void> {
    const order = await this.model.findOne({ _id: id, status: 'Cancelled' }).lean()
    const again = order === null ? undefined : eventsOf(order)[1]
    if (again === undefined) return
    const isQuiet = { _id: id, outbox: { $not: { $elemMatch: { subject: 'order:cancelled' } } } }
    await this.model.updateOne(isQuiet, announcing({}, again))
    this.#wake()
  }

  /** Appends again what the orders that were placed since then have to tell. */
  async republish(since: Date): Promise<number> {
    let events = 0
    for await (const order of this.model
      .find({ createdAt: { $gte: since } })
      .lean()
      .cursor()) {
      const told = eventsOf(order)
      await this.model.updateOne({ _id: order._id }, announcing({}, ...told))
      events += told.length
    }
    return events
  }

  /** Created → Complete; false when the order is in another state. */
  async complete(id: string, at: Date): Promise<boolean> {
    const result = await this.model.updateOne(
      { _id: id, status: 'Created' },
      {
        $set: { status: 'Complete' },
        $inc: { version: 1 },
        $push: { timeline: { at, what: 'complete' } },
      },
    )
    return result.modifiedCount === 1
  }

  /** Notes once that something happened on the way to the end. */
  async note(id: string, what: EarlyEvent, at: Date, fields: Partial<OrderDocument> = {}) {
    const isNew = { _id: id, 'timeline.what': { $ne: what } }
    await this.model.updateOne(isNew, { $set: fields, $push: { timeline: { at, what } } })
  }

  /** Notes a refund once, whatever the status. */
  async addRefund(id: string, refund: OrderDocument['refunds'][number]): Promise<void> {
    await this.model.updateOne(
      { _id: id, 'refunds.id': { $ne: refund.id } },
      { $push: { refunds: refund, timeline: { at: refund.at, what: 'refunded' } } },
    )
  }

  /** Ids of orders that were placed before a time and are still open. */
  async openBefore(time: Date, limit: number): Promise<string[]> {
    const found = await this.model
      .find({ status: 'Created', createdAt: { $lt: time } }, { _id: 1 })
      .limit(limit)
      .lean()
    return found.map(({ _id }) => _id.toString())
  }
}

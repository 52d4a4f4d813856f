import { Changes } from '@shop/shared/async'
import { isDuplicateKey } from '@shop/shared/db'
import type { Position } from '@shop/shared/http'
import { announcing, outboxOf, type OutboxFields, type Update } from '@shop/shared/outbox'
import type { Connection, Model } from 'mongoose'
import type { Cancellation, NewOrder, TimelineEntry } from './domain/order.ts'
import { newDocument, orderSchema, type Idempotency, type OrderDocument } from './order-document.ts'
import { cancelled, eventsOf, placed } from './order-events.ts'
import { newest } from './order-lists.ts'

type EarlyEvent = Exclude<TimelineEntry['what'], 'placed' | 'complete' | 'cancelled' | 'refunded'>

/** Orders in their collection; each change is one conditional write. */
export class OrderRepository {
  readonly model: Model<OrderDocument & OutboxFields>
  readonly #wake: () => void
  readonly #changes = new Changes()

  constructor(db: Connection, wake: () => void) {
    this.model = db.model<OrderDocument & OutboxFields>('Order', orderSchema, 'orders')
    this.#wake = wake
  }

  /** Stores a new order with its event; null when the idempotency key is taken. */
  async insert(order: NewOrder, idempotency?: Idempotency): Promise<OrderDocument | null> {
    const document = newDocument(order, idempotency)
    // failpoint: orders.created.beforeSave
    try {
      await this.model.create({ ...document, ...outboxOf(placed(document)) })
    } catch (error) {
      if (idempotency !== undefined && isDuplicateKey(error)) return null
      throw error
    }
    // failpoint: orders.created.afterSave
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
    return newest(this.model, { userId: { $in: owners } }, limit, after)
  }

  /** The newest orders with something of this seller in them, from a position on. */
  listSold(sellerId: string, limit: number, after: Position | null): Promise<OrderDocument[]> {
    return newest(this.model, { 'items.sellerId': sellerId }, limit, after)
  }

  /** The versions of these orders now, by id. */
  async versionsOf(ids: string[]): Promise<Map<string, number>> {
    const found = await this.model.find({ _id: { $in: ids } }, { version: 1 }).lean()
    return new Map(found.map(({ _id, version }) => [_id.toString(), version]))
  }

  /** Calls the listener when this process has changed the order, until the function that it gives is called. */
  onChange(id: string, listener: () => void): () => void {
    return this.#changes.on(id, listener)
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
        announcing(update, cancelled(before, version, reason)),
        { returnDocument: 'after' },
      )
      .lean()
    // Else something else has happened to it meanwhile.
    if (order === null) return this.cancel(id, { reason, at })
    this.#wake()
    this.#changes.tell(id)
    return order
  }

  /** Changes where an open order is sent to; the key it was placed with is another order's then. Null when it has ended. */
  async readdress(
    id: string,
    fields: Pick<OrderDocument, 'address' | 'email'>,
  ): Promise<OrderDocument | null> {
    const update = {
      $set: fields,
      $unset: { idempotencyKey: 1, idempotencyBody: 1 },
      $inc: { version: 1 },
    }
    const order = await this.model
      .findOneAndUpdate({ _id: id, status: 'Created' }, update, { returnDocument: 'after' })
      .lean()
    if (order !== null) this.#changes.tell(id)
    return order
  }

  /** Tells again that the order is cancelled: its money arrived after all and must go back. */
  async announceCancelled(id: string): Promise<void> {
    const order = await this.model.findOne({ _id: id, status: 'Cancelled' }).lean()
    const again = order === null ? undefined : eventsOf(order)[1]
    if (order === null || again === undefined) return
    const waiting = { subject: 'order:cancelled', 'data.id': order._id.toString() }
    const isQuiet = { _id: id, outbox: { $not: { $elemMatch: waiting } } }
    await this.model.updateOne(isQuiet, announcing({}, again))
    this.#wake()
  }

  /** Created → Complete; false when the order is in another state. */
  complete(id: string, at: Date): Promise<boolean> {
    return this.#add({ _id: id, status: 'Created' }, 'complete', at, {
      $set: { status: 'Complete' },
    })
  }

  /** Notes once that something happened on the way to the end. */
  async note(id: string, what: EarlyEvent, at: Date, fields: Partial<OrderDocument> = {}) {
    await this.#add({ _id: id, 'timeline.what': { $ne: what } }, what, at, { $set: fields })
  }

  /** Notes a refund once, whatever the status. */
  async addRefund(id: string, refund: OrderDocument['refunds'][number]): Promise<void> {
    const isNew = { _id: id, 'refunds.id': { $ne: refund.id } }
    await this.#add(isNew, 'refunded', refund.at, { $push: { refunds: refund } })
  }

  /** Ids of orders that were placed before a time and are still open. */
  async openBefore(time: Date, limit: number): Promise<string[]> {
    const found = await this.model
      .find({ status: 'Created', createdAt: { $lt: time } }, { _id: 1 })
      .limit(limit)
      .lean()
    return found.map(({ _id }) => _id.toString())
  }

  /** Makes a change with its entry in the timeline, if the order is as the filter says. */
  async #add(
    filter: { _id: string } & Record<string, unknown>,
    what: TimelineEntry['what'],
    at: Date,
    { $set = {}, $push = {} }: Update,
  ): Promise<boolean> {
    const { modifiedCount } = await this.model.updateOne(filter, {
      $set,
      $inc: { version: 1 },
      $push: { ...$push, timeline: { at, what } },
    })
    if (modifiedCount === 1) this.#changes.tell(filter._id)
    return modifiedCount === 1
  }
}

import { ChangeNotifier } from '@shop/shared/async'
import type { OrderStatus } from '@shop/shared/contracts'
import { isDuplicateKey } from '@shop/shared/db'
import type { Position } from '@shop/shared/http'
import {
  outboxOf,
  withEvents,
  type OutboxFields,
  type Publish,
  type Update,
} from '@shop/shared/outbox'
import type { Connection, Model } from 'mongoose'
import { changeWrite } from './change-write.ts'
import type { Change } from './domain/after-sale.ts'
import { orderCreated, type OrderEvent } from './domain/order-events.ts'
import type { Transition } from './domain/order.ts'
import type { NewOrder } from './domain/place-order.ts'
import type { TimelineEntry } from './domain/timeline.ts'
import {
  IDEMPOTENCY_FIELDS,
  newDocument,
  orderSchema,
  toOutbox,
  type Idempotency,
  type OrderDocument,
} from './order-document.ts'
import { newest } from './order-lists.ts'
import { transitionWrite } from './transition-write.ts'

/** Orders in their collection; each change is one conditional write. */
export class OrderRepository {
  readonly model: Model<OrderDocument & OutboxFields>
  readonly #publish: Publish
  readonly #changes = new ChangeNotifier()

  constructor(db: Connection, publish: Publish) {
    this.model = db.model<OrderDocument & OutboxFields>('Order', orderSchema, 'orders')
    this.#publish = publish
  }

  /** Stores a new order with its event; null when the idempotency key is taken. */
  async insert(order: NewOrder, idempotency?: Idempotency): Promise<OrderDocument | null> {
    const document = newDocument(order, idempotency)
    const entry = toOutbox(orderCreated(document))
    // failpoint: orders.created.beforeSave
    try {
      await this.model.create({ ...document, ...outboxOf(entry) })
    } catch (error) {
      if (idempotency !== undefined && isDuplicateKey(error)) return null
      throw error
    }
    // failpoint: orders.created.afterSave
    this.#publish(this.model, document, entry)
    return document
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

  /** Calls the listener after each write of this process; returns the unsubscribe function. */
  onChange(id: string, listener: () => void): () => void {
    return this.#changes.on(id, listener)
  }

  /** Makes a transition; null when the order is in another state or at another version. */
  async apply(id: string, transition: Transition): Promise<OrderDocument | null> {
    const { guard, update, outbox } = transitionWrite(transition)
    const order = await this.#update({ _id: id, ...guard }, update)
    if (order !== null) this.#publish(this.model, order, ...outbox)
    return order
  }

  /** Writes a change of a paid order; null when the order has changed since it was read. */
  async change({ _id, version }: OrderDocument, change: Change): Promise<OrderDocument | null> {
    const { update, outbox } = changeWrite(change)
    // failpoint: orders.change.beforeSave
    const order = await this.#update({ _id: _id.toString(), version }, update)
    // failpoint: orders.change.afterSave
    if (order !== null) this.#publish(this.model, order, ...outbox)
    return order
  }

  /** Changes the address of an open order and frees its idempotency key; null when the order is final. */
  changeAddress(
    id: string,
    fields: Pick<OrderDocument, 'address' | 'email'>,
  ): Promise<OrderDocument | null> {
    return this.#update(
      { _id: id, status: 'Created' },
      { $set: fields, $unset: IDEMPOTENCY_FIELDS },
    )
  }

  /** Appends an event to an order that matches, without a new version. */
  async append(
    order: OrderDocument,
    guard: Record<string, unknown>,
    event: OrderEvent,
    fields: Partial<OrderDocument> = {},
  ): Promise<void> {
    const entry = toOutbox(event)
    const update = withEvents({ $set: fields }, entry)
    const { matchedCount } = await this.model.updateOne({ _id: order._id, ...guard }, update)
    if (matchedCount === 1) this.#publish(this.model, order, entry)
  }

  /** Adds an entry to the timeline, once. */
  async record(
    id: string,
    entry: TimelineEntry,
    fields: Partial<OrderDocument> = {},
  ): Promise<void> {
    const isNew = { _id: id, 'timeline.what': { $ne: entry.what } }
    await this.#update(isNew, { $set: fields, $push: { timeline: entry } })
  }

  async openBefore(time: Date, limit: number): Promise<string[]> {
    const found = await this.model
      .find({ status: 'Created', createdAt: { $lt: time } }, { _id: 1 })
      .limit(limit)
      .lean()
    return found.map(({ _id }) => _id.toString())
  }

  /** Writes the order's next version if the filter matches. */
  async #update(
    filter: { _id: string } & Record<string, unknown>,
    update: Update,
  ): Promise<OrderDocument | null> {
    const order = await this.model
      .findOneAndUpdate(filter, { ...update, $inc: { version: 1 } }, { returnDocument: 'after' })
      .lean()
    if (order === null) return null
    this.#changes.notify(filter._id)
    return order
  }
}

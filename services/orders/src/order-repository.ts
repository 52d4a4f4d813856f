import { ChangeNotifier } from '@shop/shared/async'
import { isDuplicateKey } from '@shop/shared/db'
import {
  outboxOf,
  withEvents,
  type OutboxFields,
  type Publish,
  type Update,
} from '@shop/shared/outbox'
import type { Connection } from 'mongoose'
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
import { countEnded, countPlaced, countReturns } from './order-metrics.ts'
import { OrderReads } from './order-reads.ts'
import { transitionWrite } from './transition-write.ts'

/** Orders in their collection; each change is one conditional write. */
export class OrderRepository extends OrderReads {
  readonly #publish: Publish
  readonly #changes = new ChangeNotifier()

  constructor(db: Connection, publish: Publish) {
    super(db.model<OrderDocument & OutboxFields>('Order', orderSchema, 'orders'))
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
    countPlaced()
    this.#publish(this.model, document, entry)
    return document
  }

  /** Calls the listener after each write of this process; returns the unsubscribe function. */
  onChange(id: string, listener: () => void): () => void {
    return this.#changes.on(id, listener)
  }

  /** Makes a transition; null when the order is in another state or at another version. */
  async apply(id: string, transition: Transition): Promise<OrderDocument | null> {
    const { guard, update, outbox } = transitionWrite(transition)
    const order = await this.#update({ _id: id, ...guard }, update)
    if (order === null) return null
    countEnded(order)
    this.#publish(this.model, order, ...outbox)
    return order
  }

  /** Writes a change of a paid order; null when the order has changed since it was read. */
  async change(read: OrderDocument, change: Change): Promise<OrderDocument | null> {
    const { _id, version } = read
    const { update, outbox } = changeWrite(read, change)
    // failpoint: orders.change.beforeSave
    const order = await this.#update({ _id: _id.toString(), version }, update)
    // failpoint: orders.change.afterSave
    if (order === null) return null
    countReturns(read.returns, change.returns)
    this.#publish(this.model, order, ...outbox)
    return order
  }

  /** Adds a paid order to an account, once; null when it is in another one. */
  claim(id: string, userId: string): Promise<OrderDocument | null> {
    const isFree = { status: 'Complete', claimedBy: null }
    return this.#update({ _id: id, ...isFree }, { $set: { claimedBy: userId } })
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

import {
  toMinorUnits,
  type CancelReason,
  type EventItem,
  type EventOf,
} from '@shop/shared/contracts'
import { upsert, writeIfNewer } from '@shop/shared/db'
import { Schema, type Connection, type Model } from 'mongoose'

/** A copied order; `total` is in minor units, the items are those of the event. */
export interface Order {
  id: string
  userId: string
  items: EventItem[]
  total: number
  status: 'Created' | 'Cancelled'
  reason?: CancelReason
  placedAt: Date
  /** Of the trace in which it was placed, if that is recorded. */
  traceparent?: string
}

type OrderCopyDocument = Omit<Order, 'id'> & { _id: string; version: number; tombstone: boolean }

const schema: Schema = new Schema(
  {
    _id: String,
    userId: String,
    items: Array,
    total: Number,
    status: String,
    reason: String,
    placedAt: Date,
    traceparent: String,
    version: Number,
    tombstone: Boolean,
  },
  { versionKey: false },
)

/** A copy of the orders, fed by events; a cancellation that arrives first leaves a tombstone. */
export class OrderCopy {
  readonly #model: Model<OrderCopyDocument>

  constructor(db: Connection) {
    this.#model = db.model<OrderCopyDocument>('OrderCopy', schema, 'orders')
  }

  /** The order, once `order:created` has arrived. */
  async find(id: string): Promise<Order | null> {
    const found = await this.#model.findOne({ _id: id, tombstone: false }).lean()
    if (found === null) return null
    const { _id, ...order } = found
    return { id: _id, ...order }
  }

  /** Writes a new order; one that is already cancelled stays cancelled. */
  async writeCreated(event: EventOf<'order:created'>): Promise<void> {
    const { at, traceparent } = event.meta
    const fields = {
      userId: event.userId,
      items: event.items,
      total: toMinorUnits(event.total),
      placedAt: new Date(at),
      tombstone: false,
      ...(traceparent !== undefined && { traceparent }),
    }
    const isUnknown = { _id: event.id, tombstone: { $ne: false } }
    const $setOnInsert = { status: 'Created', version: event.version }
    await upsert(this.#model, isUnknown, { $set: fields, $setOnInsert })
  }

  /** Writes a cancellation, also of an unknown order. */
  async writeCancelled({ id, version, reason }: EventOf<'order:cancelled'>): Promise<void> {
    const $set = { status: 'Cancelled', reason }
    await writeIfNewer(this.#model, id, version, { $set, $setOnInsert: { tombstone: true } })
  }
}

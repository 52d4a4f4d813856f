import { isDuplicateKey } from '@shop/shared/db'
import {
  hasOutbox,
  withEvents,
  type OutboxFields,
  type PastEvent,
  type Publish,
  type Update,
} from '@shop/shared/outbox'
import { Schema, Types, type Connection, type Model } from 'mongoose'
import { MOVES, RESERVATION_STATES, type Move, type Reservation } from '../domain/reservation.ts'
import { eventOf, toOutbox } from './reservation-events.ts'

interface ReservationRecord extends Omit<Reservation, 'paymentId'>, OutboxFields {
  _id: Types.ObjectId
}

const text = { type: String, required: true }
const number = { type: Number, required: true }
const shortage = { _id: false, productId: text, wanted: number, available: number }

const schema: Schema = new Schema(
  {
    orderId: text,
    items: [{ _id: false, productId: text, quantity: number }],
    state: { type: String, enum: RESERVATION_STATES, required: true },
    next: { type: String, enum: ['Released', 'Rejected'] },
    short: { type: [shortage], default: undefined },
  },
  { versionKey: false },
)
  .index({ state: 1 }, { partialFilterExpression: { state: 'Reserved' } })
  .plugin(hasOutbox)

/** Reservations in their collection; each change is one conditional write. */
export class ReservationRepository {
  readonly model: Model<ReservationRecord>
  readonly #publish: Publish

  constructor(db: Connection, publish: Publish) {
    this.model = db.model<ReservationRecord>('Reservation', schema, 'reservations')
    this.#publish = publish
  }

  async find(paymentId: string): Promise<Reservation | null> {
    const found = await this.model.findById(paymentId).lean()
    return found === null ? null : toReservation(found)
  }

  /** Inserts a reservation; false when the payment has one already. */
  async insert({ paymentId, ...fields }: Reservation): Promise<boolean> {
    try {
      await this.model.create({ _id: paymentId, ...fields })
      // failpoint: products.afterReserveInsert
      return true
    } catch (error) {
      if (isDuplicateKey(error)) return false
      throw error
    }
  }

  /** Starts a sale or a cancellation if the state allows it; returns the reservation as it is then, if any. */
  async start(paymentId: string, step: 'sell' | 'cancel'): Promise<Reservation | null> {
    const { from, to, next }: Move = MOVES[step]
    const filter = { _id: paymentId, state: { $in: [...from] } }
    const change = { $set: { state: to, ...(next && { next }) } }
    const options = { returnDocument: 'after' } as const
    for (;;) {
      const moved = await this.model.findOneAndUpdate(filter, change, options).lean()
      if (moved !== null) return toReservation(moved)
      const found = await this.find(paymentId)
      // Otherwise it has entered the state between the two.
      if (found === null || !from.includes(found.state)) return found
    }
  }

  /** Takes a step if the state allows it; returns the reservation as it is then. */
  async move(reservation: Reservation, step: keyof typeof MOVES): Promise<Reservation | null> {
    const { from, to, next }: Move = MOVES[step]
    const { short } = reservation
    const change = { state: to, ...(next && { next }), ...(short && { short }) }
    const after = { ...reservation, ...change }
    const isMoved = await this.#write({ state: { $in: from } }, { $set: change }, after)
    return isMoved ? after : this.find(reservation.paymentId)
  }

  /** Publishes the outcome again for a payment that asks again, unless an event is pending anyway. */
  async republishOutcome(reservation: Reservation): Promise<void> {
    const isQuiet = { state: reservation.state, 'outbox.0': { $exists: false } }
    await this.#write(isQuiet, {}, reservation)
  }

  /** The outcomes of reservations that published since a time or wait for their payment. */
  async *eventsSince(since: Date): AsyncGenerator<PastEvent, void> {
    const isMeant = [{ lastEventAt: { $gte: since } }, { state: 'Reserved' as const }]
    const found = this.model.find({ $or: isMeant }).select('+lastEventAt').lean().cursor()
    for await (const record of found) {
      const outcome = eventOf(toReservation(record))
      if (outcome !== null) yield { ...outcome, at: record.lastEventAt ?? new Date() }
    }
  }

  /** Writes under a condition; the event of the new state is appended in the same write. */
  async #write(condition: object, update: Update, after: Reservation): Promise<boolean> {
    const filter = { _id: after.paymentId, ...condition }
    const event = eventOf(after)
    if (event === null) return (await this.model.updateOne(filter, update)).matchedCount === 1
    const entry = toOutbox(event)
    const { matchedCount } = await this.model.updateOne(filter, withEvents(update, entry))
    if (matchedCount === 0) return false
    this.#publish(this.model, { _id: new Types.ObjectId(after.paymentId) }, entry)
    return true
  }
}

function toReservation({
  _id,
  orderId,
  items,
  state,
  next,
  short,
}: ReservationRecord): Reservation {
  return {
    paymentId: _id.toString(),
    orderId,
    items,
    state,
    ...(next && { next }),
    ...(short && { short }),
  }
}

import { isDuplicateKey } from '@shop/shared/db'
import { withEvents, outboxPaths, type OutboxFields, type Update } from '@shop/shared/outbox'
import { Schema, Types, type Connection, type Model } from 'mongoose'
import {
  MOVES,
  RESERVATION_STATES,
  type Move,
  type Reservation,
  type ReservationState,
} from '../domain/reservation.ts'
import { eventOf } from './reservation-events.ts'

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
    ...outboxPaths,
  },
  { versionKey: false },
).index({ outboxAt: 1 }, { sparse: true })

/** Reservations in their collection; each change is one conditional write. */
export class ReservationRepository {
  readonly model: Model<ReservationRecord>
  readonly #wake: () => void

  constructor(db: Connection, wake: () => void) {
    this.model = db.model<ReservationRecord>('Reservation', schema, 'reservations')
    this.#wake = wake
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

  /** Appends the outcomes of all reservations since then again. */
  async republish(since: Date): Promise<number> {
    const first = Types.ObjectId.createFromTime(since.getTime() / 1000)
    const hasOutcome: ReservationState[] = ['Reserved', 'Rejected']
    const recent = this.model.find({ _id: { $gte: first }, state: { $in: hasOutcome } })
    let events = 0
    for await (const record of recent.lean().cursor()) {
      await this.#write({ state: record.state }, {}, toReservation(record))
      events += 1
    }
    return events
  }

  /** Writes under a condition; the event of the new state is appended in the same write. */
  async #write(condition: object, update: Update, after: Reservation): Promise<boolean> {
    const filter = { _id: after.paymentId, ...condition }
    const outcome = eventOf(after)
    const result = await this.model.updateOne(
      filter,
      outcome === null ? update : withEvents(update, outcome),
    )
    if (outcome !== null) this.#wake()
    return result.matchedCount === 1
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

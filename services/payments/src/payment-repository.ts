import { Changes } from '@shop/shared/async'
import type { CancelReason, Shortage } from '@shop/shared/contracts'
import { isDuplicateKey } from '@shop/shared/db'
import { announcing, type OutboxFields, type Update } from '@shop/shared/outbox'
import type { Connection, Model, Types } from 'mongoose'
import { CLAIM_MS, statesBefore, type PaymentState, type Refund } from './domain/payment.ts'
import type { Order } from './order-copy.ts'
import { newPayment, paymentSchema, type PaymentDocument } from './payment-document.ts'
import { authorized, cancelled, captured, refunded } from './payment-events.ts'

type Stored = PaymentDocument & OutboxFields
type Guard = Record<string, unknown>

/** Payments in their collection; each transition is one write, guarded by the states it may leave. */
export class PaymentRepository {
  readonly model: Model<Stored>
  readonly #wake: () => void
  readonly #changes = new Changes()

  constructor(db: Connection, wake: () => void) {
    this.model = db.model<Stored>('Payment', paymentSchema, 'payments')
    this.#wake = wake
  }

  findByOrder(orderId: string): Promise<PaymentDocument | null> {
    return this.model.findOne({ orderId }).lean()
  }

  /** Resolves when this process moves the order's payment on, or after `ms` milliseconds. */
  nextChange(orderId: string, ms: number): Promise<void> {
    return this.#changes.next(orderId, ms)
  }

  /** Inserts the order's payment as Pending, or gives the one that somebody else has inserted. */
  async insert(order: Order): Promise<PaymentDocument> {
    const payment = newPayment(order)
    try {
      await this.model.create(payment)
      // failpoint: payments.afterInsert
      return payment
    } catch (error) {
      const other = isDuplicateKey(error) ? await this.findByOrder(order.id) : null
      if (other === null) throw error
      return other
    }
  }

  /** Claims the next attempt for a while; gives the payment as it was before, or null to the loser. */
  claimAttempt(
    { _id }: Pick<PaymentDocument, '_id'>,
    token: string,
  ): Promise<PaymentDocument | null> {
    const now = Date.now()
    return this.model
      .findOneAndUpdate(
        { _id, state: 'Pending', confirmingUntil: { $lt: new Date(now) } },
        {
          $inc: { attempt: 1 },
          $set: { confirmingUntil: new Date(now + CLAIM_MS), token },
          $unset: { looks: 1, lookAt: 1 },
        },
        { returnDocument: 'before' },
      )
      .lean()
  }

  /** Ends an attempt that did not hold the money: the payer may take another card at once. */
  async endAttempt(id: Types.ObjectId, attempt: number, lastError?: string): Promise<void> {
    await this.model.updateOne(
      { _id: id, state: 'Pending', attempt },
      {
        $set: { confirmingUntil: new Date(0), ...(lastError && { lastError }) },
        $inc: { declines: lastError === undefined ? 0 : 1 },
      },
    )
  }

  /** Says when Stripe is asked again about an attempt that it knew nothing new of. */
  async lookLater({ _id, looks = 0 }: PaymentDocument, ms: number): Promise<void> {
    const $set = { looks: looks + 1, lookAt: new Date(Date.now() + ms) }
    await this.model.updateOne({ _id, state: 'Pending' }, { $set })
  }

  /** Stores the one PaymentIntent, unless there is one already; gives the payment as it is then. */
  async storeIntent(_id: Types.ObjectId, paymentIntentId: string): Promise<PaymentDocument | null> {
    const isFree = { _id, state: 'Pending', paymentIntentId: null } as const
    const stored = await this.model
      .findOneAndUpdate(isFree, { $set: { paymentIntentId } }, { returnDocument: 'after' })
      .lean()
    return stored ?? this.model.findById(_id).lean()
  }

  authorize(payment: PaymentDocument, stripeId: string, card: { brand: string; last4: string }) {
    const { paymentIntentId } = payment
    const update = announcing({ $set: { stripeId, card } }, authorized(payment, card))
    return this.#enter('Authorized', payment, update, { paymentIntentId })
  }

  /** Authorized → Capturing; gives the payment as it is then. */
  async startCapturing(payment: PaymentDocument): Promise<PaymentDocument | null> {
    if (await this.#enter('Capturing', payment, {})) return { ...payment, state: 'Capturing' }
    return this.findByOrder(payment.orderId)
  }

  capture(payment: PaymentDocument, stripeId: string): Promise<boolean> {
    const update = announcing({ $set: { stripeId } }, captured(payment, stripeId))
    return this.#enter('Captured', payment, update)
  }

  startCancelling(
    payment: PaymentDocument,
    reason: CancelReason,
    from: PaymentState[],
    short?: Shortage[],
  ): Promise<boolean> {
    const update = { $set: { reason, ...(short && { short }) } }
    return this.#enter('Cancelling', payment, update, { state: { $in: from } })
  }

  cancel(payment: PaymentDocument, reason: CancelReason): Promise<boolean> {
    return this.#enter('Cancelled', payment, announcing({}, cancelled(payment, reason)))
  }

  /** Captured → Refunding, with the refund stored before it is made; guarded by what is left. */
  startRefunding(payment: PaymentDocument, refund: Refund | null): Promise<boolean> {
    const update = refund === null ? {} : { $push: { refunds: refund } }
    return this.#enter('Refunding', payment, update, {
      refunds: { $size: payment.refunds.length },
    })
  }

  /** Adds a refund that was made elsewhere, once, and tells of it. */
  async recordRefund(payment: PaymentDocument, refund: Refund): Promise<void> {
    const isNew = { _id: payment._id, refunds: { $not: { $elemMatch: { id: refund.id } } } }
    const update = announcing({ $push: { refunds: refund } }, refunded(payment, refund))
    await this.model.updateOne(isNew, update)
    this.#wake()
  }

  /** Marks a refund as made, once, and tells of it. */
  async settleRefund(payment: PaymentDocument, refund: Refund): Promise<void> {
    const isOpen = { $elemMatch: { id: refund.id, state: 'asked' } }
    const update = { $set: { 'refunds.$.state': 'done' } }
    await this.model.updateOne(
      { _id: payment._id, refunds: isOpen },
      announcing(update, refunded(payment, refund)),
    )
    this.#wake()
  }

  finishRefunding(payment: PaymentDocument): Promise<boolean> {
    const isAllMade = { refunds: { $not: { $elemMatch: { state: 'asked' } } } }
    return this.#enter('Refunded', payment, {}, isAllMade)
  }

  /** Payments that match, one after the other, however many there are. */
  each(filter: Guard): AsyncIterable<PaymentDocument> {
    return this.model.find(filter).lean().cursor() as AsyncIterable<PaymentDocument>
  }

  async #enter(state: PaymentState, payment: PaymentDocument, update: Update, guard: Guard = {}) {
    const filter = { _id: payment._id, state: { $in: statesBefore(state) }, ...guard }
    const set = { ...update.$set, state, since: new Date() }
    const result = await this.model.updateOne(filter, { ...update, $set: set })
    this.#wake()
    this.#changes.tell(payment.orderId)
    return result.modifiedCount === 1
  }
}

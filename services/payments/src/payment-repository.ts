import { ChangeNotifier, type Watch } from '@shop/shared/async'
import { isDuplicateKey } from '@shop/shared/db'
import type { OutboxFields, Publish } from '@shop/shared/outbox'
import type { Connection, Model, Types } from 'mongoose'
import { CLAIM_MS, type PaymentState } from './domain/payment.ts'
import type { Transition } from './domain/transitions.ts'
import type { Order } from './order-copy.ts'
import { newPayment, paymentSchema, type PaymentDocument } from './payment-document.ts'
import { RecentStates } from './recent-states.ts'
import { transitionWrite } from './transition-write.ts'

type Stored = PaymentDocument & OutboxFields

/** Payments in their collection; each transition is one write, guarded by the states it may leave. */
export class PaymentRepository {
  readonly model: Model<Stored>
  readonly #publish: Publish
  readonly #changes = new ChangeNotifier<PaymentDocument>()
  readonly #recent = new RecentStates()

  constructor(db: Connection, publish: Publish) {
    this.model = db.model<Stored>('Payment', paymentSchema, 'payments')
    this.#publish = publish
  }

  findByOrder(orderId: string): Promise<PaymentDocument | null> {
    return this.model.findOne({ orderId }).lean()
  }

  /** Watches the transitions that this process makes of the order's payment. */
  watch(orderId: string): Watch<PaymentDocument> {
    return this.#changes.watch(orderId)
  }

  /** The state that this process wrote last, unless that is long ago: the payment has reached it, or gone further. */
  lastWritten(orderId: string): PaymentState | undefined {
    return this.#recent.get(orderId)
  }

  /** Inserts the order's payment with its first attempt claimed, or returns the existing one. */
  async insert(order: Order, token: string): Promise<{ payment: PaymentDocument; isNew: boolean }> {
    const payment = newPayment(order, token)
    try {
      await this.model.create(payment)
      // failpoint: payments.afterInsert
      return { payment, isNew: true }
    } catch (error) {
      const other = isDuplicateKey(error) ? await this.findByOrder(order.id) : null
      if (other === null) throw error
      return { payment: other, isNew: false }
    }
  }

  /** Claims the next attempt for a while; returns the payment as it was before, or null to the loser. */
  claimAttempt(
    { _id }: Pick<PaymentDocument, '_id'>,
    digest: string,
  ): Promise<PaymentDocument | null> {
    const now = Date.now()
    return this.model
      .findOneAndUpdate(
        { _id, state: 'Pending', confirmingUntil: { $lt: new Date(now) } },
        {
          $inc: { attempt: 1 },
          $set: { confirmingUntil: new Date(now + CLAIM_MS), token: digest },
          $unset: { looks: 1, lookAt: 1 },
        },
        { returnDocument: 'before' },
      )
      .lean()
  }

  /** Ends an attempt that did not authorize: the payer may try another card at once. */
  async endAttempt(id: Types.ObjectId, attempt: number, lastError?: string): Promise<void> {
    await this.model.updateOne(
      { _id: id, state: 'Pending', attempt },
      {
        $set: { confirmingUntil: new Date(0), ...(lastError && { lastError }) },
        $inc: { declines: lastError === undefined ? 0 : 1 },
      },
    )
  }

  /** Postpones the sweeper's next retrieval of a PaymentIntent that has not changed. */
  async postponeRetrieval({ _id, looks = 0 }: PaymentDocument, ms: number): Promise<void> {
    const $set = { looks: looks + 1, lookAt: new Date(Date.now() + ms) }
    await this.model.updateOne({ _id, state: 'Pending' }, { $set })
  }

  /** Stores the one PaymentIntent, unless there is one already; returns the payment as it is then, and whether this call stored it. */
  async storeIntent(_id: Types.ObjectId, paymentIntentId: string) {
    const isFree = { _id, state: 'Pending', paymentIntentId: null } as const
    const stored: PaymentDocument | null = await this.model
      .findOneAndUpdate(isFree, { $set: { paymentIntentId } }, { returnDocument: 'after' })
      .lean()
    const payment: PaymentDocument | null = stored ?? (await this.model.findById(_id).lean())
    return { payment, isStored: stored !== null }
  }

  /** Makes a transition; null when the payment is in another state or is no longer as it requires. */
  async apply(
    { orderId }: Pick<PaymentDocument, 'orderId'>,
    transition: Transition,
  ): Promise<PaymentDocument | null> {
    const { guard, update, outbox } = transitionWrite(transition)
    const options = { returnDocument: 'after' } as const
    const payment: PaymentDocument | null = await this.model
      .findOneAndUpdate({ orderId, ...guard }, update, options)
      .lean()
    if (payment === null) return null
    this.#publish(this.model, payment, ...outbox)
    this.#recent.set(orderId, payment.state)
    this.#changes.notify(orderId, payment)
    return payment
  }

  each(filter: Record<string, unknown>): AsyncIterable<PaymentDocument> {
    return this.model.find(filter).lean().cursor() as AsyncIterable<PaymentDocument>
  }
}

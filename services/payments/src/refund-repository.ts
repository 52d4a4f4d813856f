import { counter } from '@shop/shared/metrics'
import { withEvents, type OutboxFields, type Publish, type Update } from '@shop/shared/outbox'
import type { Model } from 'mongoose'
import type { Dispute } from './domain/dispute.ts'
import { refundEvents } from './domain/payment-events.ts'
import { foreignRefund, type MadeRefund, type Refund, type RefundNews } from './domain/refund.ts'
import { toOutbox, type PaymentDocument } from './payment-document.ts'
import { countRefunded } from './payment-metrics.ts'

type Filter = Record<string, unknown>

const ended = counter('refunds_ended_total', 'Refunds by how they ended', ['outcome'])
const disputed = counter('disputes_total', 'Payments that were disputed', [])

/** The refunds within payments; each change is one write, guarded by the refund as it was read. */
export class RefundRepository {
  readonly #model: Model<PaymentDocument & OutboxFields>
  readonly #publish: Publish

  constructor(model: Model<PaymentDocument & OutboxFields>, publish: Publish) {
    this.#model = model
    this.#publish = publish
    // From the start, so that the first one is noticed as an increase.
    for (const outcome of ['done', 'failed', 'reversed']) ended.inc({ outcome }, 0)
    disputed.inc(0)
  }

  /** Stores a refund that orders asked for; false when the payment or its refunds are no longer as read. */
  add(payment: PaymentDocument, refund: Refund): Promise<boolean> {
    const { _id, refunds, state } = payment
    const isAsRead = { _id, state, refunds: { $size: refunds.length } }
    const update = { $push: { refunds: refund } }
    if (refund.state !== 'asked') return this.#write(payment, refund, isAsRead, update)
    return this.#change(isAsRead, update)
  }

  /** Adds a refund that was made in Stripe's dashboard, once, and publishes it. */
  addForeign(payment: PaymentDocument, made: MadeRefund): Promise<boolean> {
    const refund = { ...foreignRefund(made), endedAt: new Date() }
    const isNew = { _id: payment._id, 'refunds.id': { $nin: [made.id, made.refundId] } }
    return this.#write(payment, refund, isNew, { $push: { refunds: refund } })
  }

  /** Records how a refund ended, and publishes it; false when it is no longer as read. */
  async end(payment: PaymentDocument, refund: Refund, news: RefundNews): Promise<boolean> {
    const { id, state } = refund
    const fields = { ...fieldsOf(news), endedAt: new Date() }
    const isAsRead = { id, state, ...(news.kind === 'reversed' && { reversed: { $ne: true } }) }
    const filter = { _id: payment._id, refunds: { $elemMatch: isAsRead } }
    const change = { $set: within(fields) }
    const isEnded = await this.#write(payment, { ...refund, ...fields }, filter, change)
    if (isEnded) ended.inc({ outcome: news.kind })
    if (isEnded && news.kind === 'done') countRefunded(news.amount)
    return isEnded
  }

  /** Publishes the end of a refund again, unless that is pending. */
  async answerAgain(payment: PaymentDocument, refund: Refund): Promise<void> {
    const pending = { subject: 'refund:ended', 'data.id': refund.id }
    const isQuiet = { _id: payment._id, outbox: { $not: { $elemMatch: pending } } }
    await this.#write(payment, refund, isQuiet, {})
  }

  /** Lowers an open refund to what other refunds have left. */
  async lower(payment: PaymentDocument, { id, amount }: Refund, left: number): Promise<void> {
    await this.#change(open(payment, { id, amount }), { $set: within({ amount: left }) })
  }

  /** The next try takes another idempotency key. */
  async useNextKey(payment: PaymentDocument, { id, tries }: Refund): Promise<void> {
    const filter = open(payment, { id, tries: tries ?? null })
    await this.#change(filter, { $inc: { 'refunds.$.tries': 1 } })
  }

  /** When the sweeper asks Stripe about an open refund again. */
  async postpone(payment: PaymentDocument, { id }: Refund, nextAt: Date): Promise<void> {
    await this.#change(open(payment, { id }), { $set: within({ nextAt }) })
  }

  /** Records a dispute, once. */
  async addDispute({ _id }: PaymentDocument, dispute: Dispute): Promise<boolean> {
    const isUnknown = { _id, 'disputes.id': { $ne: dispute.id } }
    const isNew = await this.#change(isUnknown, { $push: { disputes: dispute } })
    if (isNew) disputed.inc()
    return isNew
  }

  async #change(filter: Filter, update: Update): Promise<boolean> {
    const { matchedCount } = await this.#model.updateOne(filter, update)
    return matchedCount === 1
  }

  /** Writes a change of a refund with the event that reports it as it is then. */
  async #write(
    payment: PaymentDocument,
    refund: Refund,
    filter: Filter,
    update: Update,
  ): Promise<boolean> {
    const entries = refundEvents(payment, refund).slice(-1).map(toOutbox)
    const isWritten = await this.#change(filter, withEvents(update, ...entries))
    // failpoint: payments.afterRefundEnded
    if (isWritten) this.#publish(this.#model, payment, ...entries)
    return isWritten
  }
}

function fieldsOf(news: RefundNews): Partial<Refund> {
  if (news.kind === 'reversed') return { reversed: true }
  return news.kind === 'done' ? { state: 'done', amount: news.amount } : { state: 'failed' }
}

/** The fields of the refund that the filter matched. */
function within(fields: Partial<Refund>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [`refunds.$.${name}`, value]),
  )
}

function open({ _id }: PaymentDocument, fields: Filter): Filter {
  return { _id, refunds: { $elemMatch: { ...fields, state: 'asked' } } }
}

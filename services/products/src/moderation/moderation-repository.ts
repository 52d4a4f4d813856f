import type { PayloadOf } from '@shop/shared/contracts'
import { isDuplicateKey } from '@shop/shared/db'
import { event, outboxOf, type PastEvent, type Publish } from '@shop/shared/outbox'
import { Types } from 'mongoose'
import type { Moderation, ModerationModel, ModerationRecord } from './moderation-model.ts'

/** What staff did with products; nothing of it is ever removed. */
export class ModerationRepository {
  readonly model: ModerationModel
  readonly #publish: Publish

  constructor(model: ModerationModel, publish: Publish) {
    this.model = model
    this.#publish = publish
  }

  /** Stores a moderation with its event; null while another one of the product is being applied. */
  async insert(moderation: Moderation): Promise<ModerationRecord | null> {
    const _id = new Types.ObjectId()
    const entry = event('product:moderated', payloadOf({ _id, ...moderation }))
    const record = { _id, ...moderation, state: 'Pending' as const, ...outboxOf(entry) }
    try {
      await this.model.create(record)
    } catch (error) {
      if (isDuplicateKey(error)) return null
      throw error
    }
    this.#publish(this.model, record, entry)
    return record
  }

  pendingOf(productId: string): Promise<ModerationRecord | null> {
    return this.model.findOne({ productId, state: 'Pending' }).lean()
  }

  /** Those that a crash may have left. */
  pendingSince(before: Date, limit: number): Promise<ModerationRecord[]> {
    const isLeft = { state: 'Pending', at: { $lt: before } } as const
    return this.model.find(isLeft, null, { limit }).lean()
  }

  async end({ _id }: ModerationRecord): Promise<void> {
    await this.model.updateOne({ _id }, { $set: { state: 'Done' } })
  }

  /** Those of each product, the newest first. */
  async ofProducts(productIds: string[]): Promise<Map<string, ModerationRecord[]>> {
    const found = await this.model
      .find({ productId: { $in: productIds } })
      .sort({ _id: -1 })
      .lean()
    return Map.groupBy(found, ({ productId }) => productId)
  }

  /** The moderations that were published since a time. */
  async *eventsSince(since: Date): AsyncGenerator<PastEvent, void> {
    const found = this.model
      .find({ lastEventAt: { $gte: since } })
      .lean()
      .cursor()
    for await (const record of found)
      yield { subject: 'product:moderated', data: payloadOf(record), at: record.at }
  }
}

function payloadOf({
  _id,
  productId,
  userId,
  title,
  act,
  reason,
  at,
}: Moderation & { _id: Types.ObjectId }): PayloadOf<'product:moderated'> {
  const happenedAt = at.toISOString()
  return { id: _id.toString(), productId, userId, title, act, reason, happenedAt }
}

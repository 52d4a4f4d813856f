import { CONFLICT, retryOnConflict } from '@shop/shared/async'
import { isDuplicateKey, upsert } from '@shop/shared/db'
import type { Position } from '@shop/shared/http'
import { currentCause } from '@shop/shared/log'
import type { Connection, Model } from 'mongoose'
import { nextCopyKey, originalKey } from './domain/copy.ts'
import { onStored, type Change, type NewMessage } from './domain/message.ts'
import { messageSchema, type MessageDocument } from './message-document.ts'
import { newestMessages, type MessageFilter } from './message-lists.ts'

export class MessageRepository {
  readonly #model: Model<MessageDocument>
  readonly #leaseMs: number

  /** A message belongs for this long to the process that has claimed it. */
  constructor(db: Connection, leaseMs: number) {
    this.#leaseMs = leaseMs
    this.#model = db.model<MessageDocument>('Message', messageSchema, 'messages')
  }

  /** Stores a message unless its key is stored already. */
  async add(message: NewMessage, now = new Date()): Promise<void> {
    const { key, kind, to, data, exp } = message
    await upsert(
      this.#model,
      { _id: key },
      {
        $setOnInsert: {
          kind,
          // Without what is undefined, which Mongo would store as null.
          data: JSON.parse(JSON.stringify(data)) as typeof data,
          tries: 0,
          queuedAt: now,
          ...currentCause(),
          ...(to === null ? {} : { to }),
          ...(exp === undefined ? {} : { exp: new Date(exp) }),
          ...onStored(message, now),
        },
      },
    )
    // failpoint: notifications.afterStored
  }

  /** Claims the message that waits longest; null when none may be sent now. */
  async claim(now = new Date()): Promise<MessageDocument | null> {
    return this.#model
      .findOneAndUpdate(
        { state: 'Queued', nextAt: { $lte: now } },
        { $set: { nextAt: new Date(now.getTime() + this.#leaseMs) }, $inc: { tries: 1 } },
        { sort: { nextAt: 1 }, returnDocument: 'after' },
      )
      .lean<MessageDocument>()
  }

  /** Ends a try, unless its lease is over and another process has claimed the message. */
  async mark({ _id, tries }: MessageDocument, change: Change): Promise<boolean> {
    const update = change.state === 'Queued' ? {} : { $unset: { nextAt: true } }
    const { modifiedCount } = await this.#model.updateOne(
      { _id, state: 'Queued', tries },
      { $set: change, ...update },
    )
    return modifiedCount > 0
  }

  find(_id: string): Promise<MessageDocument | null> {
    return this.#model.findById(_id).lean()
  }

  /** The newest that match, from a position on. */
  newest(filter: MessageFilter, limit: number, after: Position | null) {
    return newestMessages(this.#model, filter, limit, after)
  }

  /** Queues a copy, unless the message or a copy waits; returns what waits. */
  copy(message: MessageDocument): Promise<MessageDocument> {
    return retryOnConflict(async () => {
      const original = originalKey(message._id)
      const inRange = { _id: { $gte: original, $lt: `${original}#\uffff` } }
      const found: MessageDocument[] = await this.#model.find(inRange).lean()
      const related = found.filter(({ _id }) => originalKey(_id) === original)
      const waiting = related.find(({ state }) => state === 'Queued')
      if (waiting !== undefined) return waiting
      const copy = copyOf(message, nextCopyKey(related.map(({ _id }) => _id)))
      try {
        await this.#model.create(copy)
        return copy
      } catch (error) {
        if (isDuplicateKey(error)) return CONFLICT
        throw error
      }
    })
  }
}

function copyOf({ kind, to, data }: MessageDocument, _id: string): MessageDocument {
  const now = new Date()
  return {
    _id,
    kind,
    ...(to !== undefined && { to }),
    data,
    state: 'Queued',
    tries: 0,
    queuedAt: now,
    nextAt: now,
    ...currentCause(),
  }
}

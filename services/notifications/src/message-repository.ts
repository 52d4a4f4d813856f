import { upsert } from '@shop/shared/db'
import { correlationId } from '@shop/shared/log'
import type { Connection, Model } from 'mongoose'
import { onStored, type Change, type NewMessage } from './domain/message.ts'
import { messageSchema, type MessageDocument } from './message-document.ts'

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
          correlationId: correlationId(),
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

  /** When the oldest message that still waits was stored; null when none waits. */
  async oldestWaiting(): Promise<Date | null> {
    const oldest = await this.#model.findOne({ state: 'Queued' }).sort({ queuedAt: 1 }).lean()
    return oldest?.queuedAt ?? null
  }
}

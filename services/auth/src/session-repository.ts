import type { Session } from '@shop/shared/contracts'
import { upsert } from '@shop/shared/db'
import {
  hasOutbox,
  withEvents,
  type OutboxFields,
  type PastEvent,
  type Publish,
} from '@shop/shared/outbox'
import { Schema, type Connection, type Model } from 'mongoose'
import { sessionRevoked, toOutbox } from './session-events.ts'

interface SessionDocument {
  _id: string
  userId: string
  createdAt: Date
  revokedAt?: Date
}

const SESSION_LIFE_MS = 7 * 24 * 3600 * 1000

const schema: Schema = new Schema(
  { _id: String, userId: String, createdAt: Date, revokedAt: Date },
  { versionKey: false },
)
  .index({ createdAt: 1, outboxAt: 1 })
  .plugin(hasOutbox)

/** Sessions in their collection, so that they can be revoked before their tokens expire. */
export class SessionRepository {
  readonly model: Model<SessionDocument & OutboxFields>
  readonly #publish: Publish

  constructor(db: Connection, publish: Publish) {
    this.model = db.model<SessionDocument & OutboxFields>('Session', schema, 'sessions')
    this.#publish = publish
  }

  async insert(userId: string): Promise<string> {
    const sid = crypto.randomUUID()
    await this.model.create({ _id: sid, userId, createdAt: new Date() })
    return sid
  }

  /** Revokes a session, once, and publishes it; upserts unknown sessions: their token may still be valid. */
  async revoke({ sid, sub }: Session): Promise<void> {
    const now = new Date()
    const entry = toOutbox(sessionRevoked(sub, now.getTime() / 1000, sid))
    const update = withEvents({ $set: { revokedAt: now } }, entry)
    const $setOnInsert = { userId: sub, createdAt: now }
    const isActive = { _id: sid, revokedAt: { $exists: false } }
    const isWritten = await upsert(this.model, isActive, { ...update, $setOnInsert })
    if (isWritten) this.#publish(this.model, { _id: sid }, entry)
  }

  /** The revocations of single sessions since a time. */
  async *eventsSince(since: Date): AsyncGenerator<PastEvent, void> {
    const found = this.model
      .find({ lastEventAt: { $gte: since } })
      .lean()
      .cursor()
    for await (const { _id: sid, userId, revokedAt } of found)
      if (revokedAt !== undefined)
        yield { ...sessionRevoked(userId, revokedAt.getTime() / 1000, sid), at: revokedAt }
  }

  async isRevoked(sid: string): Promise<boolean> {
    return (await this.model.exists({ _id: sid, revokedAt: { $exists: true } })) !== null
  }

  /** Removes sessions whose tokens have all expired, but none with a pending event. */
  async removeExpired(): Promise<void> {
    const expired = { $lt: new Date(Date.now() - SESSION_LIFE_MS) }
    await this.model.deleteMany({ createdAt: expired, outboxAt: { $exists: false } })
  }
}

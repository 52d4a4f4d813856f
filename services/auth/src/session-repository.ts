import type { Session } from '@shop/shared/contracts'
import { upsert } from '@shop/shared/db'
import { withEvents, outboxPaths, type OutboxFields } from '@shop/shared/outbox'
import { Schema, type Connection, type Model } from 'mongoose'
import { sessionRevoked } from './session-events.ts'

interface SessionDocument {
  _id: string
  userId: string
  createdAt: Date
  revokedAt?: Date
}

const SESSION_LIFE_MS = 7 * 24 * 3600 * 1000

const schema: Schema = new Schema(
  { _id: String, userId: String, createdAt: Date, revokedAt: Date, ...outboxPaths },
  { versionKey: false },
)
  .index({ createdAt: 1, outboxAt: 1 })
  .index({ outboxAt: 1 }, { sparse: true })

/** Sessions in their collection, so that they can be revoked before their tokens expire. */
export class SessionRepository {
  readonly model: Model<SessionDocument & OutboxFields>
  readonly #wake: () => void

  constructor(db: Connection, wake: () => void) {
    this.model = db.model<SessionDocument & OutboxFields>('Session', schema, 'sessions')
    this.#wake = wake
  }

  async insert(userId: string): Promise<string> {
    const sid = crypto.randomUUID()
    await this.model.create({ _id: sid, userId, createdAt: new Date() })
    return sid
  }

  /** Revokes a session, once, and publishes it; upserts unknown sessions: their token may still be valid. */
  async revoke({ sid, sub }: Session): Promise<void> {
    const now = new Date()
    const update = withEvents(
      { $set: { revokedAt: now } },
      sessionRevoked(sub, now.getTime() / 1000, sid),
    )
    const $setOnInsert = { userId: sub, createdAt: now }
    const isActive = { _id: sid, revokedAt: { $exists: false } }
    await upsert(this.model, isActive, { ...update, $setOnInsert })
    this.#wake()
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

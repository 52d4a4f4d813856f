import type { Session } from '@shop/shared/contracts'
import { announcing, event, outboxPaths, type OutboxFields } from '@shop/shared/outbox'
import { Schema, type Connection, type Model } from 'mongoose'

interface SessionDocument {
  _id: string
  userId: string
  createdAt: Date
  revokedAt?: Date
}

const SESSION_LIFE_S = 7 * 24 * 3600

const schema: Schema = new Schema(
  { _id: String, userId: String, createdAt: Date, revokedAt: Date, ...outboxPaths },
  { versionKey: false },
)
  .index({ createdAt: 1 }, { expireAfterSeconds: SESSION_LIFE_S + 3600 })
  .index({ outboxAt: 1 }, { sparse: true })

/** Sessions in their collection, so that one can be ended before its token expires. */
export class SessionRepository {
  readonly model: Model<SessionDocument & OutboxFields>
  readonly #wake: () => void

  constructor(db: Connection, wake: () => void) {
    this.model = db.model<SessionDocument & OutboxFields>('Session', schema, 'sessions')
    this.#wake = wake
  }

  /** Stores a new session and gives its id. */
  async insert(userId: string): Promise<string> {
    const sid = crypto.randomUUID()
    await this.model.create({ _id: sid, userId, createdAt: new Date() })
    return sid
  }

  /** Ends a session, once, and tells every service. */
  async revoke({ sid, sub, exp }: Session): Promise<void> {
    const now = new Date()
    const before = Math.floor(now.getTime() / 1000)
    const revoked = event('session:revoked', { sid, userId: sub, before, exp })
    await this.model.updateOne(
      { _id: sid, revokedAt: { $exists: false } },
      announcing({ $set: { revokedAt: now } }, revoked),
    )
    this.#wake()
  }
}

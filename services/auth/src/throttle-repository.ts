import { isDuplicateKey } from '@shop/shared/db'
import { Schema, type Connection, type Model } from 'mongoose'

interface ThrottleDocument {
  _id: string
  count: number
  /** The end of the wait or of the window. */
  until: Date
  expiresAt: Date
}

const HOUR_S = 3600
const KNOWN_MS = 90 * 24 * 3600 * 1000
const HOUR_MS = HOUR_S * 1000

const schema: Schema = new Schema(
  { _id: String, count: Number, until: Date, expiresAt: Date },
  { versionKey: false },
).index({ expiresAt: 1 }, { expireAfterSeconds: 0 })

/** Counters of attempts, each incremented by one atomic write, so that concurrent attempts all count. */
export class ThrottleRepository {
  readonly #model: Model<ThrottleDocument>

  constructor(db: Connection) {
    this.#model = db.model<ThrottleDocument>('Throttle', schema, 'throttle')
  }

  /** Counts the n-th attempt and blocks the next for 2^(n-1) s, at most an hour; returns the end of a current block. */
  backOff(key: string): Promise<Date | null> {
    const now = new Date()
    const waitS = { $min: [{ $pow: [2, { $subtract: ['$count', 1] }] }, HOUR_S] }
    return this.#count(key, { until: { $lte: now } }, [
      { $set: { count: { $add: [{ $ifNull: ['$count', 0] }, 1] } } },
      { $set: { until: { $add: [now, { $multiply: [waitS, 1000] }] } } },
      { $set: { expiresAt: { $add: ['$until', HOUR_MS] } } },
    ])
  }

  /** Counts an attempt if its window has room; returns the end of a full window. */
  countInWindow(key: string, most: number, windowMs = HOUR_MS): Promise<Date | null> {
    const now = new Date()
    const isNew = { $lte: [{ $ifNull: ['$until', now] }, now] }
    const count = { $cond: [isNew, 1, { $add: ['$count', 1] }] }
    const until = { $cond: [isNew, new Date(now.getTime() + windowMs), '$until'] }
    const hasRoom = { $or: [{ until: { $lte: now } }, { count: { $lt: most } }] }
    return this.#count(key, hasRoom, [
      { $set: { count, until } },
      { $set: { expiresAt: '$until' } },
    ])
  }

  /** Takes back the count of an attempt that could not be made. */
  async uncount(key: string): Promise<void> {
    await this.#model.updateOne({ _id: key }, { $inc: { count: -1 } })
  }

  async remember(key: string): Promise<void> {
    const expiresAt = new Date(Date.now() + KNOWN_MS)
    await this.#model.updateOne({ _id: key }, { $set: { expiresAt } }, { upsert: true })
  }

  async isRemembered(key: string): Promise<boolean> {
    return (await this.#model.exists({ _id: key })) !== null
  }

  async forget(keys: string[]): Promise<void> {
    await this.#model.deleteMany({ _id: { $in: keys } })
  }

  async #count(_id: string, isOpen: object, update: object[]): Promise<Date | null> {
    for (;;) {
      try {
        const options = { upsert: true, updatePipeline: true }
        await this.#model.updateOne({ _id, ...isOpen }, update, options)
        return null
      } catch (error) {
        if (!isDuplicateKey(error)) throw error
      }
      const blocked = await this.#model.findOne({ _id, $nor: [isOpen] }).lean()
      // Otherwise a concurrent attempt has inserted the document: count again.
      if (blocked !== null) return blocked.until
    }
  }
}

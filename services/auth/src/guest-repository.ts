import { isDuplicateKey } from '@shop/shared/db'
import { Schema, Types, type Connection, type Model } from 'mongoose'

interface GuestKeyDocument {
  _id: string
  guestId: string
  at: Date
}

const KEY_LIFE_S = 60

const schema: Schema = new Schema(
  { _id: String, guestId: String, at: Date },
  { versionKey: false },
).index({ at: 1 }, { expireAfterSeconds: KEY_LIFE_S })

/** Guest ids by idempotency key, so that concurrent requests create one guest. */
export class GuestRepository {
  readonly #model: Model<GuestKeyDocument>

  constructor(db: Connection) {
    this.#model = db.model<GuestKeyDocument>('GuestKey', schema, 'guestkeys')
  }

  /** A new guest's id; the same for all requests with this key within a minute. */
  async idFor(key: string | undefined): Promise<string> {
    const guestId = new Types.ObjectId().toString()
    if (key === undefined) return guestId
    const known = await this.#insertOnce({ _id: digestOf(key), guestId, at: new Date() })
    // An expired key stays until the TTL monitor removes it.
    const isFresh = known !== null && known.at.getTime() > Date.now() - KEY_LIFE_S * 1000
    return isFresh ? known.guestId : guestId
  }

  async #insertOnce({ _id, ...fields }: GuestKeyDocument): Promise<GuestKeyDocument | null> {
    const options = { upsert: true, returnDocument: 'after' } as const
    try {
      return await this.#model.findOneAndUpdate({ _id }, { $setOnInsert: fields }, options).lean()
    } catch (error) {
      if (!isDuplicateKey(error)) throw error
      return this.#model.findOne({ _id }).lean()
    }
  }
}

const digestOf = (key: string) => new Bun.SHA256().update(key).digest('base64')

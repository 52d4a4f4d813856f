import type { EventOf } from '@shop/shared/contracts'
import { writeIfNewer } from '@shop/shared/db'
import { Schema, type Connection, type Model } from 'mongoose'
import type { AddressOf } from './domain/messages-of-orders.ts'

interface UserCopyDocument {
  _id: string
  name: string
  email: string
  verified: boolean
  version: number
}

const schema: Schema = new Schema(
  { _id: String, name: String, email: String, verified: Boolean, version: Number },
  { versionKey: false },
)

/** A copy of the users, fed by events: how sellers are called and where they get mail. */
export class UserCopy {
  readonly #model: Model<UserCopyDocument>

  constructor(db: Connection) {
    this.#model = db.model<UserCopyDocument>('UserCopy', schema, 'users')
  }

  /** The names of those users who have one. */
  async names(ids: string[]): Promise<Map<string, string>> {
    if (ids.length === 0) return new Map()
    const found = await this.#model.find({ _id: { $in: ids } }).lean()
    return new Map(found.map(({ _id, name }) => [_id, name]))
  }

  /** The addresses of those users who have verified theirs. */
  async addresses(ids: string[]): Promise<AddressOf> {
    const found = await this.#model.find({ _id: { $in: ids }, verified: true }).lean()
    const byId = new Map(found.map(({ _id, email }) => [_id, email]))
    return (id) => byId.get(id) || null
  }

  /** Writes an event unless a newer one was written. */
  async write(event: EventOf<'user:updated'>): Promise<void> {
    const { id, version, name = '', email = '', verified = false } = event
    await writeIfNewer(this.#model, id, version, { $set: { name, email, verified } })
  }
}

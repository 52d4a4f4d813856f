import type { Role } from '@shop/shared/contracts'
import { isDuplicateKey } from '@shop/shared/db'
import { announcing, outboxPaths, type OutboxFields } from '@shop/shared/outbox'
import { Schema, Types, type Connection, type Model } from 'mongoose'
import { MAX_GUEST_IDS } from './domain/user.ts'
import { revocation } from './revocation.ts'

/** A user as stored; the password is a PHC string. */
export interface UserDocument {
  _id: Types.ObjectId
  email: string
  password: string
  role: Role
  name?: string
  guestIds: string[]
  version: number
}

const schema: Schema = new Schema(
  {
    email: String,
    password: String,
    role: String,
    name: String,
    guestIds: [String],
    version: Number,
    ...outboxPaths,
  },
  { versionKey: false },
)
  .index({ email: 1 }, { unique: true })
  .index({ outboxAt: 1 }, { sparse: true })

/** Users in their collection. */
export class UserRepository {
  readonly model: Model<UserDocument & OutboxFields>
  readonly #wake: () => void

  constructor(db: Connection, wake: () => void) {
    this.model = db.model<UserDocument & OutboxFields>('User', schema, 'users')
    this.#wake = wake
  }

  findByEmail(email: string): Promise<UserDocument | null> {
    return this.model.findOne({ email }).lean()
  }

  /** Stores a new user, under a guest's id if there is one; null when the address is taken. */
  async insert(email: string, password: string, id?: string): Promise<UserDocument | null> {
    const user: UserDocument = {
      _id: new Types.ObjectId(id),
      email,
      password,
      role: 'user',
      guestIds: [],
      version: 0,
    }
    try {
      await this.model.create(user)
      return user
    } catch (error) {
      if (!isDuplicateKey(error)) throw error
      const isTaken = (await this.findByEmail(email)) !== null
      // Else the guest's id is a user's already: an old guest cookie came again.
      return isTaken ? null : this.insert(email, password)
    }
  }

  /** Adds a guest's id, once; the newest are kept. */
  async addGuestId(_id: Types.ObjectId, guestId: string): Promise<UserDocument | null> {
    const push = { guestIds: { $each: [guestId], $slice: -MAX_GUEST_IDS } }
    await this.model.updateOne({ _id, guestIds: { $ne: guestId } }, { $push: push })
    return this.model.findById(_id).lean()
  }

  /** Makes the user an administrator and ends all their sessions; null when nobody has the address. */
  async grantAdmin(email: string): Promise<UserDocument | null> {
    const user = await this.findByEmail(email)
    if (user === null) return null
    const revoked = revocation(user._id.toString())
    const update = announcing({ $set: { role: 'admin' }, $inc: { version: 1 } }, revoked)
    await this.model.updateOne({ _id: user._id }, update)
    this.#wake()
    return this.model.findById(user._id).lean()
  }
}

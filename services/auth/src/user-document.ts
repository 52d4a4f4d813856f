import type { Role } from '@shop/shared/contracts'
import { hasOutbox } from '@shop/shared/outbox'
import { Schema, type Types } from 'mongoose'

/** A stored user; the password is a PHC string. */
export interface UserDocument {
  _id: Types.ObjectId
  email: string
  password: string
  role: Role
  name?: string
  guestIds: string[]
  /** Sessions that began before this moment, in seconds since the epoch, are revoked. */
  endedBefore?: number
  version: number
}

export const userSchema: Schema = new Schema(
  {
    email: String,
    password: String,
    role: String,
    name: String,
    guestIds: [String],
    endedBefore: Number,
    version: Number,
  },
  { versionKey: false },
)
  .index({ email: 1 }, { unique: true })
  .index({ guestIds: 1 })
  .plugin(hasOutbox)

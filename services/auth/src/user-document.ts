import type { Role } from '@shop/shared/contracts'
import { hasOutbox } from '@shop/shared/outbox'
import { Schema, type Types } from 'mongoose'
import type { StaffAct } from './domain/blocking.ts'
import type { LinkKind, MailedLink } from './domain/mailed-link.ts'

/** The last change of a password. */
export interface PasswordChange {
  version: number
  at: Date
}

/** A stored user; the password is a PHC string. */
export interface UserDocument {
  _id: Types.ObjectId
  email: string
  /** Whether the user has shown that mail to the address reaches them. */
  verified?: boolean
  password: string
  passwordChange?: PasswordChange
  role: Role
  name?: string
  about?: string
  /** Where returns go. */
  returnAddress?: string
  /** At how many units the seller is reminded of a product. */
  lowStock?: number
  isBlocked?: boolean
  /** What staff have done with the account, oldest first. */
  acts?: StaffAct[]
  guestIds: string[]
  /** The newest link of each kind; older ones are no longer valid. */
  links?: Partial<Record<LinkKind, MailedLink>>
  /** Sessions that began before this moment, in seconds since the epoch, are revoked. */
  endedBefore?: number
  version: number
}

const link = { id: String, exp: Date }
const act = new Schema({ act: String, reason: String, by: String, at: Date }, { _id: false })

export const userSchema: Schema = new Schema(
  {
    email: String,
    verified: Boolean,
    password: String,
    passwordChange: { version: Number, at: Date },
    role: String,
    name: String,
    about: String,
    returnAddress: String,
    lowStock: Number,
    isBlocked: Boolean,
    acts: { type: [act], default: undefined },
    guestIds: [String],
    links: { reset: link, verify: link },
    endedBefore: Number,
    version: Number,
  },
  { versionKey: false },
)
  .index({ email: 1 }, { unique: true })
  .index({ guestIds: 1 })
  .index({ isBlocked: 1, _id: -1 }, { partialFilterExpression: { isBlocked: true } })
  .index({ 'links.reset.id': 1 }, { sparse: true })
  .index({ 'links.verify.id': 1 }, { sparse: true })
  .plugin(hasOutbox)

import { REPORT_REASONS, type ReportReason } from '@shop/shared/contracts'
import { hasOutbox, type OutboxFields } from '@shop/shared/outbox'
import { Schema, type Connection, type Model, type Types } from 'mongoose'

export type Act = 'hide' | 'unhide'

/** What staff did with a product, stored before the product is changed. */
export interface Moderation {
  productId: string
  /** The seller. */
  userId: string
  title: string
  act: Act
  reason: string
  /** The member of staff. */
  by: string
  at: Date
}

export interface ModerationRecord extends Moderation, OutboxFields {
  _id: Types.ObjectId
  /** Done once the product and its reports are changed. */
  state: 'Pending' | 'Done'
}

export interface ReportRecord {
  _id: Types.ObjectId
  productId: string
  userId: string
  reason: ReportReason
  note?: string
  at: Date
  state: 'Open' | 'Dismissed' | 'Upheld'
}

const text = { type: String, required: true }
const time = { type: Date, required: true }

const moderations: Schema = new Schema(
  {
    productId: text,
    userId: text,
    title: text,
    act: { type: String, enum: ['hide', 'unhide'], required: true },
    reason: text,
    by: text,
    at: time,
    state: { type: String, enum: ['Pending', 'Done'], required: true },
  },
  { versionKey: false },
)
  .index({ productId: 1, _id: -1 })
  // One at a time for each product, so that they are applied in their order.
  .index(
    { productId: 1, state: 1 },
    { unique: true, partialFilterExpression: { state: 'Pending' } },
  )
  .index({ state: 1 }, { partialFilterExpression: { state: 'Pending' } })
  .plugin(hasOutbox)

const reports: Schema = new Schema(
  {
    productId: text,
    userId: text,
    reason: { type: String, enum: REPORT_REASONS, required: true },
    note: String,
    at: time,
    state: { type: String, enum: ['Open', 'Dismissed', 'Upheld'], required: true },
  },
  { versionKey: false },
)
  .index({ productId: 1, userId: 1 }, { unique: true })
  .index({ userId: 1, at: -1 })
  .index({ state: 1, productId: 1, at: -1 })

export type ModerationModel = Model<ModerationRecord>
export type ReportModel = Model<ReportRecord>

export function createModerationModel(db: Connection): ModerationModel {
  return db.model<ModerationRecord>('Moderation', moderations, 'moderations')
}

export function createReportModel(db: Connection): ReportModel {
  return db.model<ReportRecord>('Report', reports, 'reports')
}

import type { ImportProblem } from '@shop/shared/contracts'
import { Schema, type Connection, type Model, type Types } from 'mongoose'
import type { Seller } from '../domain/product.ts'
import type { ImportRow } from './rows.ts'

/** How long an import that is done is kept, in seconds. */
const KEPT_S = 30 * 24 * 3600

/** An import, stored whole before its first row is written. */
export interface ImportRecord {
  _id: Types.ObjectId
  userId: string
  sellerName?: string | undefined
  key: string
  /** Of the file. */
  digest: string
  state: 'Running' | 'Done'
  total: number
  created: number
  /** Rows that were handled. */
  done: number
  failed: ImportProblem[]
  /** Nobody else continues it until then. */
  leaseUntil: Date
  createdAt: Date
  endedAt?: Date
  rows?: ImportRow[]
}

export type ImportModel = Model<ImportRecord>

const schema: Schema = new Schema(
  {
    userId: String,
    sellerName: String,
    key: String,
    digest: String,
    state: String,
    total: Number,
    created: Number,
    done: Number,
    failed: Array,
    leaseUntil: Date,
    createdAt: Date,
    endedAt: Date,
    rows: { type: Array, select: false, default: undefined },
  },
  { versionKey: false },
)
  .index({ userId: 1, key: 1 }, { unique: true })
  // One at a time for each seller.
  .index({ userId: 1 }, { unique: true, partialFilterExpression: { state: 'Running' } })
  .index({ state: 1, leaseUntil: 1 }, { partialFilterExpression: { state: 'Running' } })
  .index({ endedAt: 1 }, { expireAfterSeconds: KEPT_S, sparse: true })

export function createImportModel(db: Connection): ImportModel {
  return db.model<ImportRecord>('Import', schema, 'imports')
}

export const sellerOf = ({ userId, sellerName }: ImportRecord): Seller => ({
  sub: userId,
  name: sellerName,
})

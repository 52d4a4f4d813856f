import { CATEGORIES } from '@shop/shared/contracts'
import {
  announcingLatest,
  outboxPaths,
  slot,
  type OutboxFields,
  type Update,
} from '@shop/shared/outbox'
import { Schema, type Connection, type Model, type Types } from 'mongoose'
import type { Product } from './domain/product.ts'

/** Stock that a payment has claimed and not yet paid for or given back. */
interface Hold {
  paymentId: string
  quantity: number
}

/** A product's document: what all may see of it, and what only the stock's bookkeeping reads. */
export interface ProductRecord extends Omit<Product, 'id'>, OutboxFields {
  _id: Types.ObjectId
  holds: Hold[]
  settled: number
  restocked: string[]
}

export type ProductModel = Model<ProductRecord>

const amount = { type: Number, required: true }
const text = { type: String, required: true }

const schema: Schema = new Schema(
  {
    title: text,
    description: String,
    category: { type: String, enum: [...CATEGORIES, null] },
    price: amount,
    quantity: amount,
    available: amount,
    images: [{ _id: false, key: text, alt: String }],
    userId: text,
    sellerName: String,
    archived: { type: Boolean, required: true },
    holds: { type: [{ _id: false, paymentId: text, quantity: amount }], select: false },
    settled: { type: Number, select: false, default: 0 },
    restocked: { type: [String], select: false },
    version: amount,
    createdAt: Date,
    updatedAt: Date,
    ...outboxPaths,
  },
  { versionKey: false },
)
  .index({ archived: 1, createdAt: -1, _id: -1 })
  .index({ outboxAt: 1 }, { sparse: true })

/** The collection of products. */
export function createProductModel(db: Connection): ProductModel {
  return db.model<ProductRecord>('Product', schema, 'products')
}

/** The update as one that other services hear of: a new version, told by the document's one slot. */
export function telling(update: Update): Update {
  const told = {
    ...update,
    $inc: { ...update.$inc, version: 1 },
    $set: { ...update.$set, updatedAt: new Date() },
  }
  return announcingLatest(told, slot('product:updated'))
}

/** The product of a document. */
export function toProduct(record: ProductRecord): Product {
  const { _id, ...product } = record
  return { ...product, id: _id.toString() }
}

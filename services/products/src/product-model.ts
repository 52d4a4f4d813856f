import { CATEGORIES, OFF_REASONS } from '@shop/shared/contracts'
import {
  hasOutbox,
  outboxOf,
  withLatestEvent,
  type OutboxEntry,
  type OutboxFields,
  type Update,
} from '@shop/shared/outbox'
import { Schema, type Connection, type Model, type Types } from 'mongoose'
import type { Product } from './domain/product.ts'
import type { SearchKeys } from './domain/search-keys.ts'
import type { StockMove } from './domain/stock-move.ts'

/** Stock that a payment has claimed and that is neither sold nor released. */
interface Hold {
  paymentId: string
  quantity: number
}

/** A ledger entry that is not in the ledger yet. */
export interface PendingMove extends Omit<StockMove, 'id' | 'productId' | 'version'> {
  _id: Types.ObjectId
  /** Entries of earlier releases lack it. */
  version?: number
}

/** A product's document: the public fields and the bookkeeping of its stock. */
export interface ProductRecord extends Omit<Product, 'id' | 'off'>, OutboxFields {
  _id: Types.ObjectId
  /** Documents of earlier releases lack it. */
  off?: Product['off']
  search: SearchKeys
  /** Keys of all pictures that were ever first: orders and carts still show them. */
  shown: string[]
  holds: Hold[]
  settled: number
  restocked: string[]
  /** Written together with the stock, removed once they are in the ledger. */
  moves: PendingMove[]
  /** Whether the ledger explains the whole quantity. */
  isOpened: boolean
  /** The last moderation that was applied. */
  moderatedBy?: string
  /** The last imported row that changed it. */
  imported?: string
}

export type ProductModel = Model<ProductRecord>

const amount = { type: Number, required: true }
const text = { type: String, required: true }
// Partial rather than prefixed by `archived`, which leaves the planner fewer candidates.
const ON_SALE = { partialFilterExpression: { archived: false } }
const OFF = { partialFilterExpression: { archived: true } }
const WORDS = { 'search.words': 1, 'search.newest': 1 } as const

/** Names of indexes of the products for sale, as the database gives them. */
export const BY_WORD = 'search.words_1_search.newest_1'
export const BY_PRICE = 'search.price_1'

const moves = [
  {
    delta: amount,
    reason: text,
    by: String,
    orderId: String,
    at: Date,
    after: amount,
    version: Number,
  },
]
const keys = new Schema(
  { words: [String], newest: text, price: text, title: text, edition: Number },
  { _id: false },
)

const hiding = new Schema(
  { id: text, reason: text, at: Date, appeal: { note: String, at: Date, isOpen: Boolean } },
  { _id: false, id: false },
)

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
    // No default: products of earlier releases have none.
    off: { type: [{ type: String, enum: OFF_REASONS }], default: undefined },
    hiding: { type: hiding, default: undefined },
    moderatedBy: { type: String, select: false },
    search: { type: keys, required: true, select: false },
    shown: { type: [String], select: false },
    holds: { type: [{ _id: false, paymentId: text, quantity: amount }], select: false },
    settled: { type: Number, select: false, default: 0 },
    restocked: { type: [String], select: false },
    moves: { type: moves, select: false },
    isOpened: { type: Boolean, select: false },
    imported: { type: String, select: false },
    version: amount,
    createdAt: Date,
    updatedAt: Date,
  },
  { versionKey: false },
)
  .index(WORDS, { ...ON_SALE, name: BY_WORD })
  // For staff, who see everything; what is sold is in neither.
  .index(WORDS, { ...OFF, name: 'off_by_word' })
  .index({ off: 1, 'search.newest': 1 }, OFF)
  .plugin(hasOutbox)
  // The first entry only: the others rewrite no index.
  .index({ 'moves.0.at': 1 }, { sparse: true })
  .index(
    { 'hiding.at': -1, _id: -1 },
    { partialFilterExpression: { 'hiding.at': { $exists: true } } },
  )

// One for each order of all, of a category and of a seller. None of them holds the stock, so that
// a sale rewrites no index.
for (const key of ['search.newest', 'search.price', 'search.title'])
  schema
    .index({ [key]: 1 }, ON_SALE)
    .index({ category: 1, archived: 1, [key]: 1 })
    .index({ userId: 1, archived: 1, [key]: 1 })

export function createProductModel(db: Connection): ProductModel {
  return db.model<ProductRecord>('Product', schema, 'products')
}

type Change = Update & { $addToSet?: Record<string, unknown> }

/** The update as a new version of the product. */
export function versioned(update: Change): Update {
  return {
    ...update,
    $inc: { ...update.$inc, version: 1 },
    $set: { ...update.$set, updatedAt: new Date() },
  }
}

/** The update as a new version that is published by the document's one outbox slot. */
export function publishing(update: Change, entry: OutboxEntry): Update {
  return withLatestEvent(versioned(update), entry)
}

/** The same for computed fields, as a pipeline stage. */
export function publishingPipeline(fields: Record<string, unknown>, entry: OutboxEntry) {
  const version = { $add: ['$version', 1] }
  return { $set: { ...fields, version, updatedAt: new Date(), ...outboxOf(entry) } }
}

export function toProduct(record: ProductRecord): Product {
  const { _id, off = record.archived ? ['archived'] : [], ...product } = record
  return { ...product, off, id: _id.toString() }
}

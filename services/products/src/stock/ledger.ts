import { LEDGER_REASONS } from '@shop/shared/contracts'
import { isDuplicateKey } from '@shop/shared/db'
import { Schema, Types, type Connection, type Model } from 'mongoose'
import { BEFORE_LEDGER, type StockMove } from '../domain/stock-move.ts'

interface MoveRecord extends Omit<StockMove, 'id'> {
  _id: Types.ObjectId
}

const text = { type: String, required: true }
const number = { type: Number, required: true }

const schema: Schema = new Schema(
  {
    productId: text,
    delta: number,
    reason: { type: String, enum: LEDGER_REASONS, required: true },
    by: String,
    orderId: String,
    at: { type: Date, required: true },
    after: number,
    version: number,
  },
  { versionKey: false },
).index({ productId: 1, version: -1, _id: -1 })

/** Every change of every product's quantity. */
export class StockLedger {
  readonly #model: Model<MoveRecord>

  constructor(db: Connection) {
    this.#model = db.model<MoveRecord>('StockMove', schema, 'stockmoves')
  }

  /** Records entries in one command, each once. */
  async record(moves: readonly StockMove[]): Promise<void> {
    const records = moves.map(({ id, ...move }) => ({ _id: new Types.ObjectId(id), ...move }))
    try {
      await this.#model.collection.insertMany(records, { ordered: false })
    } catch (error) {
      // Nothing else can be wrong with a single entry.
      if (!isDuplicateKey(error)) throw error
    }
  }

  /** The newest entries of a product, below a position. */
  async newest(
    productId: string,
    limit: number,
    before: Pick<StockMove, 'version' | 'id'> | null,
  ): Promise<StockMove[]> {
    const isOlder = before && [
      { version: { $lt: before.version } },
      { version: before.version, _id: { $lt: new Types.ObjectId(before.id) } },
    ]
    const found = await this.#model
      .find({ productId, ...(isOlder && { $or: isOlder }) })
      .sort({ version: -1, _id: -1 })
      .limit(limit)
      .lean()
    return found.map(({ _id, ...move }) => ({ ...move, id: _id.toString() }))
  }

  /** Every entry of a product; those of earlier releases get their version. */
  async adopt(productId: string): Promise<StockMove[]> {
    const isEarlier = { productId, version: { $exists: false } }
    await this.#model.updateMany(isEarlier, { $set: { version: BEFORE_LEDGER.move } })
    return this.newest(productId, Number.MAX_SAFE_INTEGER, null)
  }
}

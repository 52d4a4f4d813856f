import { STOCK_REASONS } from '@shop/shared/contracts'
import { isDuplicateKey } from '@shop/shared/db'
import { Schema, type Connection, type Model, type Types } from 'mongoose'
import type { RecordedMove } from '../domain/stock-move.ts'

interface MoveRecord extends Omit<RecordedMove, 'id'> {
  _id: Types.ObjectId
}

const text = { type: String, required: true }
const number = { type: Number, required: true }

const schema: Schema = new Schema(
  {
    productId: text,
    delta: number,
    reason: { type: String, enum: STOCK_REASONS, required: true },
    by: text,
    at: { type: Date, required: true },
    after: number,
  },
  { versionKey: false },
)

export class StockLedger {
  readonly #model: Model<MoveRecord>

  constructor(db: Connection) {
    this.#model = db.model<MoveRecord>('StockMove', schema, 'stockmoves')
  }

  /** Records a stock move; idempotent. */
  async record({ id, ...move }: RecordedMove): Promise<void> {
    try {
      await this.#model.create({ _id: id, ...move })
    } catch (error) {
      if (!isDuplicateKey(error)) throw error
    }
  }
}

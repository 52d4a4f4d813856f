import { Schema, type Connection, type Model, type Types } from 'mongoose'

/** A picture being uploaded: recorded before the first byte is stored, so that none is orphaned. */
export interface Upload {
  id: string
  productId: string
  key: string
}

interface UploadRecord extends Omit<Upload, 'id'> {
  _id: Types.ObjectId
  at: Date
}

const text = { type: String, required: true }

const schema: Schema = new Schema(
  { productId: text, key: text, at: { type: Date, required: true } },
  { versionKey: false },
)
  .index({ at: 1 })
  .index({ key: 1 })

export class UploadRepository {
  readonly #model: Model<UploadRecord>

  constructor(db: Connection) {
    this.#model = db.model<UploadRecord>('Upload', schema, 'uploads')
  }

  async begin(productId: string, key: string): Promise<Upload> {
    const { _id } = await this.#model.create({ productId, key, at: new Date() })
    return { id: _id.toString(), productId, key }
  }

  async end({ id }: Upload): Promise<void> {
    await this.#model.deleteOne({ _id: id })
  }

  /** Whether another upload of the same picture is in progress. */
  async hasOther({ id, key }: Upload): Promise<boolean> {
    return (await this.#model.exists({ key, _id: { $ne: id } })) !== null
  }

  async begunBefore(at: Date, limit: number): Promise<Upload[]> {
    const query = this.#model.find({ at: { $lt: at } }, null, { sort: { at: 1 }, limit })
    const found = await query.lean()
    return found.map(({ _id, productId, key }) => ({ id: _id.toString(), productId, key }))
  }
}

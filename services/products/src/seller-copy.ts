import { writeIfNewer } from '@shop/shared/db'
import { Schema, type Connection, type Model } from 'mongoose'

interface SellerCopyDocument {
  _id: string
  name: string
  version: number
}

interface Seller {
  id: string
  name: string
  version: number
}

const schema: Schema = new Schema(
  { _id: String, name: String, version: Number },
  { versionKey: false },
)

export class SellerCopy {
  readonly #model: Model<SellerCopyDocument>

  constructor(db: Connection) {
    this.#model = db.model<SellerCopyDocument>('SellerCopy', schema, 'sellers')
  }

  async nameOf(id: string): Promise<string | undefined> {
    return (await this.#model.findById(id).lean())?.name
  }

  /** Writes the name of an event unless a newer one was written. */
  async write({ id, version, name }: Seller): Promise<void> {
    await writeIfNewer(this.#model, id, version, { $set: { name } })
  }
}

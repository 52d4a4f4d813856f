import { writeIfNewer } from '@shop/shared/db'
import { Schema, type Connection, type Model } from 'mongoose'

interface SellerCopyDocument {
  _id: string
  name?: string
  blocked?: boolean
  version: number
}

interface Seller {
  id: string
  name: string | undefined
  blocked: boolean
  version: number
}

const schema: Schema = new Schema(
  { _id: String, name: String, blocked: Boolean, version: Number },
  { versionKey: false },
)

export class SellerCopy {
  readonly #model: Model<SellerCopyDocument>

  constructor(db: Connection) {
    this.#model = db.model<SellerCopyDocument>('SellerCopy', schema, 'sellers')
  }

  /** What is known of a seller. */
  async find(id: string): Promise<Pick<Seller, 'name' | 'blocked'>> {
    const found = await this.#model.findById(id).lean()
    return { name: found?.name, blocked: found?.blocked === true }
  }

  /** Writes what an event says unless a newer one was written. */
  async write({ id, version, name, blocked }: Seller): Promise<void> {
    const fields = { blocked, ...(name !== undefined && { name }) }
    await writeIfNewer(this.#model, id, version, { $set: fields })
  }
}

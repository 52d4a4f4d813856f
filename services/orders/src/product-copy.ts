import { picturePath, toMinorUnits, type EventOf } from '@shop/shared/contracts'
import { writeIfNewer } from '@shop/shared/db'
import { Schema, type Connection, type Model } from 'mongoose'
import type { Product } from './domain/place-order.ts'

interface ProductCopyDocument extends Omit<Product, 'id'> {
  _id: string
  version: number
}

const schema: Schema = new Schema(
  {
    _id: String,
    title: String,
    price: Number,
    available: Number,
    archived: Boolean,
    sellerId: String,
    picture: String,
    version: Number,
  },
  { versionKey: false },
)

export class ProductCopy {
  readonly #model: Model<ProductCopyDocument>

  constructor(db: Connection) {
    this.#model = db.model<ProductCopyDocument>('ProductCopy', schema, 'products')
  }

  async find(ids: string[]): Promise<Product[]> {
    const found = await this.#model.find({ _id: { $in: ids } }).lean()
    return found.map(({ _id, ...fields }) => ({ id: _id, ...fields }))
  }

  /** Writes an event unless a newer one was written. */
  async write(event: EventOf<'product:updated'>): Promise<void> {
    const $set = {
      title: event.title,
      price: toMinorUnits(event.price),
      available: event.available,
      archived: event.archived,
      sellerId: event.userId,
      picture: picturePath(event.imageUrl),
    }
    await writeIfNewer(this.#model, event.id, event.version, { $set })
  }
}

import { picturePath, toMinorUnits, type EventOf } from '@shop/shared/contracts'
import { isDuplicateKey } from '@shop/shared/db'
import { Schema, type Connection } from 'mongoose'
import type { Product } from './domain/order.ts'

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

/** What events told of the products. */
export function createProductCopy(db: Connection) {
  const model = db.model<ProductCopyDocument>('ProductCopy', schema, 'products')
  return {
    /** The products of these ids that are known here. */
    async find(ids: string[]): Promise<Product[]> {
      const found = await model.find({ _id: { $in: ids } }).lean()
      return found.map(({ _id, ...fields }) => ({ id: _id, ...fields }))
    },

    /** Takes over what an event tells, unless something newer is known. */
    async write(event: EventOf<'product:updated'>): Promise<void> {
      const fields = {
        title: event.title,
        price: toMinorUnits(event.price),
        available: event.available,
        archived: event.archived,
        sellerId: event.userId,
        picture: picturePath(event.imageUrl),
        version: event.version,
      }
      const isOlder = { _id: event.id, version: { $lt: event.version } }
      try {
        await model.updateOne(isOlder, { $set: fields }, { upsert: true })
      } catch (error) {
        if (!isDuplicateKey(error)) throw error
      }
    },
  }
}

export type ProductCopy = ReturnType<typeof createProductCopy>

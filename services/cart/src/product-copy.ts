import { picturePath, toMinorUnits, type EventOf } from '@shop/shared/contracts'
import { writeIfNewer } from '@shop/shared/db'
import { Schema, type Connection, type Model } from 'mongoose'
import { emptyCart, type CartDocument } from './cart-document.ts'
import type { Product } from './domain/cart.ts'

interface Beside {
  cart: CartDocument
  products: Map<string, Product>
}

type ProductCopyDocument = Omit<Product, 'id'> & { _id: string; version: number }

const schema: Schema = new Schema(
  {
    _id: String,
    title: String,
    price: Number,
    available: Number,
    archived: Boolean,
    picture: String,
    sellerId: String,
    version: Number,
  },
  { versionKey: false },
)

export class ProductCopy {
  readonly #model: Model<ProductCopyDocument>

  constructor(db: Connection) {
    this.#model = db.model<ProductCopyDocument>('ProductCopy', schema, 'products')
  }

  async find(ids: string[]): Promise<Map<string, Product>> {
    if (ids.length === 0) return new Map()
    return byId(await this.#model.find({ _id: { $in: ids } }).lean())
  }

  /** A product with a user's cart and all its products, in one command; null for an unknown product. */
  async findBeside(productId: string, userId: string): Promise<Beside | null> {
    const [found] = await this.#model.aggregate<
      ProductCopyDocument & { carts: CartDocument[]; others: ProductCopyDocument[] }
    >([
      { $match: { _id: productId } },
      { $lookup: { from: 'carts', pipeline: [{ $match: { _id: userId } }], as: 'carts' } },
      {
        $lookup: {
          from: 'products',
          localField: 'carts.items.productId',
          foreignField: '_id',
          as: 'others',
        },
      },
    ])
    if (found === undefined) return null
    const { carts, others, ...product } = found
    return { cart: carts[0] ?? emptyCart(userId), products: byId([...others, product]) }
  }

  /** Writes an event unless a newer one was written. */
  async write(event: EventOf<'product:updated'>): Promise<void> {
    const fields = {
      title: event.title,
      price: toMinorUnits(event.price),
      available: event.available,
      archived: event.archived,
      picture: picturePath(event.imageUrl),
      sellerId: event.userId,
    }
    await writeIfNewer(this.#model, event.id, event.version, { $set: fields })
  }
}

function byId(documents: ProductCopyDocument[]): Map<string, Product> {
  return new Map(
    documents.map(({ _id, title, price, available, archived, picture, sellerId }) => [
      _id,
      {
        id: _id,
        title,
        price,
        available,
        archived,
        picture,
        ...(sellerId !== undefined && { sellerId }),
      },
    ]),
  )
}

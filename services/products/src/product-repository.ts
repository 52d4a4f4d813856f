import { outboxOf, slot } from '@shop/shared/outbox'
import { Types } from 'mongoose'
import type { Edit } from './domain/edit.ts'
import type { Product } from './domain/product.ts'
import { priceKeys, searchKeysOf, titleKeys } from './domain/search-keys.ts'
import { telling, toProduct, type ProductModel } from './product-model.ts'

/** Products as their sellers describe them; each change is one conditional write. */
export class ProductRepository {
  readonly #model: ProductModel
  readonly #wake: () => void

  constructor(model: ProductModel, wake: () => void) {
    this.#model = model
    this.#wake = wake
  }

  /** An id for a product that is not stored yet. */
  newId(): string {
    return new Types.ObjectId().toString()
  }

  async insert(product: Product): Promise<void> {
    const { id, ...fields } = product
    const shown = product.images.map(({ key }) => key)
    const search = searchKeysOf(product)
    const told = outboxOf(slot('product:created'))
    await this.#model.create({ ...fields, _id: id, search, shown, ...told })
    this.#wake()
  }

  async find(id: string): Promise<Product | null> {
    const found = await this.#model.findById(id).lean()
    return found === null ? null : toProduct(found)
  }

  /** Whether a product shows a picture or ever did. */
  async hasShown(id: string, key: string): Promise<boolean> {
    return (await this.#model.exists({ _id: id, shown: key })) !== null
  }

  /** Writes an edit; null when what it was made on has changed. */
  async edit(id: string, { fields, stock, version, picture }: Edit): Promise<Product | null> {
    const difference = stock?.difference ?? 0
    const filter = {
      _id: id,
      ...(stock && { quantity: stock.read, available: { $gte: -difference } }),
      ...(version !== undefined && { version }),
    }
    const update = telling({
      $set: { ...fields, ...searchChanges(id, fields), ...(picture && { 'images.0': picture }) },
      $inc: { quantity: difference, available: difference },
      ...(picture && { $addToSet: { shown: picture.key } }),
    })
    const options = { returnDocument: 'after' } as const
    const edited = await this.#model.findOneAndUpdate(filter, update, options).lean()
    if (edited === null) return null
    this.#wake()
    return toProduct(edited)
  }

  /** Takes a product off the catalogue; again is the same. */
  async archive(id: string): Promise<void> {
    const change = telling({ $set: { archived: true } })
    await this.#model.updateOne({ _id: id, archived: false }, change)
    this.#wake()
  }
}

/** The search keys that an edit changes, by their paths. */
function searchChanges(id: string, { title, price }: Edit['fields']): Record<string, unknown> {
  const keys = {
    ...(title !== undefined && titleKeys(title, id)),
    ...(price !== undefined && priceKeys(price, id)),
  }
  return Object.fromEntries(Object.entries(keys).map(([key, value]) => [`search.${key}`, value]))
}

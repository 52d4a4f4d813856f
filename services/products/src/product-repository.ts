import { outboxOf, slot } from '@shop/shared/outbox'
import { Types } from 'mongoose'
import type { Edit } from './domain/edit.ts'
import type { Product } from './domain/product.ts'
import { telling, toProduct, type ProductModel } from './product-model.ts'

/** A part of the catalogue, in an order without ties. */
export interface CatalogueQuery {
  filter: Record<string, unknown>
  sort: Record<string, 1 | -1>
  limit: number
}

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

  async insert({ id, ...product }: Product): Promise<void> {
    await this.#model.create({ ...product, _id: id, ...outboxOf(slot('product:created')) })
    this.#wake()
  }

  async find(id: string): Promise<Product | null> {
    const found = await this.#model.findById(id).lean()
    return found === null ? null : toProduct(found)
  }

  async list({ filter, sort, limit }: CatalogueQuery): Promise<Product[]> {
    const found = await this.#model.find(filter, null, { sort, limit }).lean()
    return found.map(toProduct)
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
      $set: { ...fields, ...(picture && { 'images.0': picture }) },
      $inc: { quantity: difference, available: difference },
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

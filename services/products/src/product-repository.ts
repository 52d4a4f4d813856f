import type { OffReason } from '@shop/shared/contracts'
import { outboxOf, type Publish } from '@shop/shared/outbox'
import { Types } from 'mongoose'
import type { Edit } from './domain/edit.ts'
import type { Picture, Product } from './domain/product.ts'
import { EDITION, searchKeysOf } from './domain/search-keys.ts'
import { editFields, firstOf, searchChanges } from './edit-fields.ts'
import { offFields, reasonFilter } from './off-fields.ts'
import { productCreated } from './product-events.ts'
import { toProduct, versioned, type ProductModel } from './product-model.ts'
import { ProductWrites } from './product-writes.ts'
import { opening } from './quantity-change.ts'

/** Products in their collection; each change is one conditional write. */
export class ProductRepository {
  readonly #model: ProductModel
  readonly #publish: Publish
  readonly #changed: () => void
  readonly #writes: ProductWrites

  /** `changed` is called after every write. */
  constructor(model: ProductModel, publish: Publish, changed: () => void = () => {}) {
    this.#model = model
    this.#publish = publish
    this.#changed = changed
    this.#writes = new ProductWrites(model, publish, changed)
  }

  newId(): string {
    return new Types.ObjectId().toString()
  }

  /** Inserts products in one command. */
  async insert(...products: Product[]): Promise<void> {
    const created = products.map((product) => ({ ...newRecord(product), entry: productCreated() }))
    const records = created.map(({ entry, ...record }) => ({ ...record, ...outboxOf(entry) }))
    await this.#model.insertMany(records, { ordered: false, throwOnValidationError: true })
    this.#changed()
    for (const { entry, ...record } of created) this.#publish(this.#model, record, entry)
  }

  async find(id: string): Promise<Product | null> {
    const found = await this.#model.findById(id).lean()
    return found === null ? null : toProduct(found)
  }

  /** Those of the products that belong to the user, by id. */
  async findOwned(userId: string, ids: string[]): Promise<Map<string, Product>> {
    const found = await this.#model.find({ _id: { $in: ids }, userId }).lean()
    return new Map(found.map(toProduct).map((product) => [product.id, product]))
  }

  /** Every product of the user, read while it is consumed. */
  async *ownedBy(userId: string): AsyncGenerator<Product, void> {
    for await (const found of this.#model.find({ userId }).lean().cursor()) yield toProduct(found)
  }

  /** Whether the product, or an older order of it, still shows the picture. */
  async references(id: string, key: string): Promise<boolean> {
    const isLookedAt = [{ 'images.key': key }, { shown: key }]
    return (await this.#model.exists({ _id: id, $or: isLookedAt })) !== null
  }

  /** Whether the imported row was written. */
  async isImported(id: string, mark: string): Promise<boolean> {
    return (await this.#model.exists({ _id: id, imported: mark })) !== null
  }

  /** Writes an edit of a user; null when the product was changed since it was read. */
  edit(id: string, edit: Edit, by: string): Promise<Product | null> {
    const { stock, version, pictures, mark } = edit
    const difference = stock?.difference ?? 0
    const filter = {
      _id: id,
      ...(stock && { quantity: stock.read, available: { $gte: -difference } }),
      ...(version !== undefined && { version }),
      ...(pictures && { images: pictures.read }),
      ...(mark !== undefined && { imported: { $ne: mark } }),
    }
    const change = editFields(id, edit, by)
    return this.#writes.publishFields(filter, change)
  }

  /** Replaces the pictures; null when they were changed since they were read. */
  async setPictures(read: Product, next: Picture[]): Promise<Product | null> {
    const change = { $set: { images: next }, ...showing(next) }
    const isPublished = firstOf(read.images)[0] !== firstOf(next)[0]
    const filter = { _id: read.id, images: read.images }
    return isPublished
      ? this.#writes.publish(filter, change)
      : this.#writes.write(filter, versioned(change))
  }

  /** Adds or removes one reason why a product is off; null when there is nothing to change, or another `version`. */
  setOff(id: string, reason: OffReason, isOff: boolean, version?: number): Promise<Product | null> {
    const filter = {
      ...reasonFilter(id, reason, !isOff),
      ...(version !== undefined && { version }),
    }
    return this.#writes.publishFields(filter, offFields(reason, isOff))
  }

  /** Sets the seller's name on all their products, without publishing it. */
  async setSellerName(userId: string, sellerName: string): Promise<void> {
    const isOther = { userId, sellerName: { $ne: sellerName } }
    await this.#model.updateMany(isOther, versioned({ $set: { sellerName } }))
    this.#changed()
  }

  async refreshSearchKeys(limit: number): Promise<number> {
    const outdated = { 'search.edition': { $ne: EDITION } }
    const found = await this.#model.find(outdated, { title: 1 }, { limit }).lean()
    if (found.length === 0) return 0
    const updates = found.map(({ _id, title }) => {
      const keys = searchChanges(_id.toString(), { title })
      // A concurrent edit of the title writes its own keys.
      return { updateOne: { filter: { _id, title }, update: { $set: keys } } }
    })
    await this.#model.bulkWrite(updates, { ordered: false })
    return found.length
  }
}

function newRecord(product: Product) {
  const { id, ...fields } = product
  const stock = { moves: [opening(product)], isOpened: true }
  const keys = { search: searchKeysOf(product), shown: firstOf(product.images) }
  return { ...fields, _id: new Types.ObjectId(id), ...keys, ...stock }
}

const showing = (images: Picture[]) => ({ $addToSet: { shown: { $each: firstOf(images) } } })

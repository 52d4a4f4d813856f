import { Types } from 'mongoose'
import type { Product } from '../domain/product.ts'
import { offFields, reasonFilter } from '../off-fields.ts'
import { toProduct, type ProductModel } from '../product-model.ts'
import type { ProductWrites } from '../product-writes.ts'
import type { ModerationRecord } from './moderation-model.ts'

/** After which product of the staff's list a page begins. */
export type After = [at: number, id: string] | null

const BATCH = 100

/** What is written to products by others than their sellers. */
export class HiddenProducts {
  readonly #model: ProductModel
  readonly #writes: ProductWrites

  constructor(model: ProductModel, writes: ProductWrites) {
    this.#model = model
    this.#writes = writes
  }

  /** Applies a moderation, unless it or a later one was applied. */
  async apply({ _id, productId, act, reason, at }: ModerationRecord): Promise<void> {
    const id = _id.toString()
    const isEarlier = [{ moderatedBy: { $exists: false } }, { moderatedBy: { $lt: id } }]
    await this.#writes.publishFields(
      { _id: productId, $or: isEarlier },
      {
        ...offFields('hidden', act === 'hide'),
        moderatedBy: id,
        hiding: act === 'hide' ? { $literal: { id, reason, at } } : '$$REMOVE',
      },
    )
  }

  /** Adds the seller's appeal; null unless the product is hidden without one. */
  appeal(productId: string, note: string, at: Date): Promise<Product | null> {
    const filter = { _id: productId, off: 'hidden', 'hiding.appeal': { $exists: false } }
    const appeal = { note: { $literal: note }, at, isOpen: true }
    return this.#writes.publishFields(filter, { 'hiding.appeal': appeal })
  }

  /** Closes an appeal without showing the product. */
  async closeAppeal(productId: string): Promise<void> {
    const filter = { _id: productId, 'hiding.appeal.isOpen': true }
    await this.#writes.publishFields(filter, { 'hiding.appeal.isOpen': false })
  }

  /** Hidden products, those hidden last first; with `isAppealed` only those with an open appeal. */
  async list(isAppealed: boolean, limit: number, after: After): Promise<Product[]> {
    const before = after && { at: new Date(after[0]), _id: new Types.ObjectId(after[1]) }
    const found = await this.#model
      .find({
        ...appealed(isAppealed),
        ...(before && {
          $or: [
            { 'hiding.at': { $lt: before.at } },
            { 'hiding.at': before.at, _id: { $lt: before._id } },
          ],
        }),
      })
      .sort({ 'hiding.at': -1, _id: -1 })
      .limit(limit)
      .lean()
    return found.map(toProduct)
  }

  count(isAppealed: boolean): Promise<number> {
    return this.#model.countDocuments(appealed(isAppealed))
  }

  async byIds(ids: string[]): Promise<Map<string, Product>> {
    const found = await this.#model.find({ _id: { $in: ids } }).lean()
    return new Map(found.map(toProduct).map((product) => [product.id, product]))
  }

  /** Takes all products of a seller off the catalogue, or puts them back. */
  async setBlocked(userId: string, isBlocked: boolean): Promise<void> {
    const isOther = {
      userId,
      off: isBlocked ? { $ne: 'blocked' as const } : { $eq: 'blocked' as const },
    }
    for (;;) {
      const found = await this.#model.find(isOther, { _id: 1 }, { limit: BATCH }).lean()
      for (const { _id } of found) await this.setOneBlocked(_id.toString(), isBlocked)
      if (found.length < BATCH) return
    }
  }

  async setOneBlocked(id: string, isBlocked: boolean): Promise<void> {
    const fields = offFields('blocked', isBlocked)
    await this.#writes.publishFields(reasonFilter(id, 'blocked', !isBlocked), fields)
  }
}

const appealed = (isAppealed: boolean) => ({
  'hiding.at': { $exists: true },
  ...(isAppealed && { 'hiding.appeal.isOpen': true }),
})

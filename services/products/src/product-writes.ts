import type { OutboxEntry, Publish, Update } from '@shop/shared/outbox'
import type { PipelineStage } from 'mongoose'
import type { Product } from './domain/product.ts'
import { productUpdated } from './product-events.ts'
import { publishing, publishingPipeline, toProduct, type ProductModel } from './product-model.ts'

type Filter = Record<string, unknown>

/** Conditional writes of one product; null when the condition does not hold. */
export class ProductWrites {
  readonly #model: ProductModel
  readonly #publish: Publish
  readonly #changed: () => void

  /** `changed` is called after every write. */
  constructor(model: ProductModel, publish: Publish, changed: () => void) {
    this.#model = model
    this.#publish = publish
    this.#changed = changed
  }

  /** Writes a new version and publishes it. */
  publish(filter: Filter, change: Update): Promise<Product | null> {
    const entry = productUpdated()
    return this.write(filter, publishing(change, entry), entry)
  }

  /** Writes computed fields as a new version and publishes it. */
  publishFields(filter: Filter, fields: Record<string, unknown>): Promise<Product | null> {
    const entry = productUpdated()
    return this.write(filter, [publishingPipeline(fields, entry)], entry)
  }

  /** Writes an update with the events in it. */
  async write(
    filter: Filter,
    update: Update | PipelineStage.Set[],
    ...entries: OutboxEntry[]
  ): Promise<Product | null> {
    const options = { returnDocument: 'after', updatePipeline: true } as const
    const written = await this.#model.findOneAndUpdate(filter, update, options).lean()
    if (written === null) return null
    this.#changed()
    this.#publish(this.#model, written, ...entries)
    return toProduct(written)
  }
}

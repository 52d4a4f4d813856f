import { MAX_STOCK } from '@shop/shared/contracts'
import type { OutboxEntry, Publish, Update } from '@shop/shared/outbox'
import type { PipelineStage } from 'mongoose'
import type { Product } from '../domain/product.ts'
import type { Line, Refund, Sale, StockView } from '../domain/reservation.ts'
import type { Cause, StockMove } from '../domain/stock-move.ts'
import { productUpdated } from '../product-events.ts'
import {
  publishing,
  publishingPipeline,
  toProduct,
  type ProductModel,
  type ProductRecord,
} from '../product-model.ts'
import { quantityChange } from '../quantity-change.ts'
import { toMoves } from './pending-moves.ts'

/** The stock of products: every change is one conditional write, so that none is applied twice. */
export class ProductStock {
  readonly #model: ProductModel
  readonly #publish: Publish
  readonly #changed: () => void

  /** `changed` is called after every write. */
  constructor(model: ProductModel, publish: Publish, changed: () => void) {
    this.#model = model
    this.#publish = publish
    this.#changed = changed
  }

  /** The stock of the lines' products, without unknown ones. */
  async view(lines: Line[], paymentId: string): Promise<Map<string, StockView>> {
    const found = await this.#model
      .find({ _id: { $in: lines.map((line) => line.productId) } })
      .select('available archived +settled +holds')
      .lean()
    return new Map(
      found.map(({ _id, available, archived, settled, holds }) => {
        const isHeld = holds.some((hold) => hold.paymentId === paymentId)
        return [_id.toString(), { available, archived, settled, isHeld }]
      }),
    )
  }

  /** Claims stock, unless a hold of the product was settled since `settled` was read. */
  claim({ productId, quantity }: Line, paymentId: string, settled: number): Promise<boolean> {
    const filter = {
      ...notHeld(productId, paymentId),
      available: { $gte: quantity },
      archived: false,
      settled,
    }
    const hold = { paymentId, quantity }
    return this.#write(filter, { $inc: { available: -quantity }, $push: { holds: hold } })
  }

  /** Releases a hold, or counts that there is none: two conditional writes, until one matches. */
  async release({ productId, quantity }: Line, paymentId: string): Promise<void> {
    const giveBack = {
      $inc: { available: quantity, settled: 1 },
      $pull: { holds: { paymentId } },
    }
    do {
      const entry = productUpdated()
      const released = publishing(giveBack, entry)
      if (await this.#writePublished(held(productId, paymentId), released, entry)) return
      if (await this.#write(notHeld(productId, paymentId), { $inc: { settled: 1 } })) return
    } while (await this.#model.exists({ _id: productId }))
  }

  /** Turns a hold into a sale, once; returns the product's pending ledger entries. */
  async sell({ productId, quantity }: Line, { paymentId, orderId }: Sale): Promise<StockMove[]> {
    const others = { $filter: { input: '$holds', cond: { $ne: ['$$this.paymentId', paymentId] } } }
    const sold = await this.#writeQuantity(held(productId, paymentId), {
      ...quantityChange(-quantity, { reason: 'sale', orderId }),
      settled: { $add: ['$settled', 1] },
      holds: others,
    })
    return sold === null ? [] : toMoves(sold)
  }

  /** Once per refund. */
  async restock({ productId, quantity }: Line, { refundId, orderId }: Refund): Promise<void> {
    await this.#writeQuantity(
      { _id: productId, restocked: { $ne: refundId } },
      {
        ...quantityChange(quantity, { reason: 'return', orderId }),
        available: { $add: ['$available', quantity] },
        restocked: { $concatArrays: [{ $ifNull: ['$restocked', []] }, [{ $literal: refundId }]] },
      },
    )
  }

  /** Changes the stock; null when too little is available or too much would be in stock. */
  async move(productId: string, delta: number, cause: Cause): Promise<Product | null> {
    const filter = {
      _id: productId,
      available: { $gte: -delta },
      quantity: { $lte: MAX_STOCK - delta },
    }
    const changed = await this.#writeQuantity(filter, {
      ...quantityChange(delta, cause),
      available: { $add: ['$available', delta] },
    })
    return changed === null ? null : toProduct(changed)
  }

  async #write(filter: Record<string, unknown>, update: Update): Promise<boolean> {
    const isWritten = (await this.#model.updateOne(filter, update)).matchedCount === 1
    if (isWritten) this.#changed()
    return isWritten
  }

  #writeQuantity(
    filter: Record<string, unknown>,
    fields: Record<string, unknown>,
  ): Promise<ProductRecord | null> {
    const entry = productUpdated()
    return this.#writePublished(filter, [publishingPipeline(fields, entry)], entry)
  }

  /** Writes and publishes; claims are not published, because most are short-lived. */
  async #writePublished(
    filter: Record<string, unknown>,
    update: Update | PipelineStage.Set[],
    entry: OutboxEntry,
  ): Promise<ProductRecord | null> {
    const options = { returnDocument: 'after', updatePipeline: true } as const
    const written = await this.#model
      .findOneAndUpdate(filter, update, options)
      .select('+moves')
      .lean()
    if (written === null) return null
    this.#changed()
    this.#publish(this.#model, written, entry)
    return written
  }
}

const held = (productId: string, paymentId: string) => ({
  _id: productId,
  'holds.paymentId': paymentId,
})

const notHeld = (productId: string, paymentId: string) => ({
  _id: productId,
  'holds.paymentId': { $ne: paymentId },
})

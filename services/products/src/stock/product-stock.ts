import { MAX_STOCK } from '@shop/shared/contracts'
import type { Publish, Update } from '@shop/shared/outbox'
import { Types } from 'mongoose'
import type { Product } from '../domain/product.ts'
import type { Line, StockView } from '../domain/reservation.ts'
import type { RecordedMove, StockMove } from '../domain/stock-move.ts'
import { productUpdated } from '../product-events.ts'
import {
  publishing,
  publishingPipeline,
  toProduct,
  type PendingMove,
  type ProductModel,
} from '../product-model.ts'

interface Moved {
  product: Product
  move: RecordedMove
}

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
      if (await this.#writePublished(held(productId, paymentId), giveBack)) return
      if (await this.#write(notHeld(productId, paymentId), { $inc: { settled: 1 } })) return
    } while (await this.#model.exists({ _id: productId }))
  }

  async sell({ productId, quantity }: Line, paymentId: string): Promise<void> {
    const sale = { $inc: { quantity: -quantity, settled: 1 }, $pull: { holds: { paymentId } } }
    await this.#writePublished(held(productId, paymentId), sale)
  }

  /** Once per refund. */
  async restock({ productId, quantity }: Line, refundId: string): Promise<void> {
    const back = { $inc: { quantity, available: quantity }, $push: { restocked: refundId } }
    await this.#writePublished({ _id: productId, restocked: { $ne: refundId } }, back)
  }

  /** Changes the stock and appends the move in one write; null when too little is available or too much would be in stock. */
  async move(productId: string, wanted: StockMove): Promise<Moved | null> {
    const { delta } = wanted
    const filter = {
      _id: productId,
      available: { $gte: -delta },
      quantity: { $lte: MAX_STOCK - delta },
    }
    const quantity = { $add: ['$quantity', delta] }
    const noted = { _id: new Types.ObjectId(), ...wanted, after: quantity }
    const entry = productUpdated()
    const fields = {
      quantity,
      available: { $add: ['$available', delta] },
      moves: { $concatArrays: [{ $ifNull: ['$moves', []] }, [noted]] },
    }
    const change = publishingPipeline(fields, entry)
    const options = { returnDocument: 'after', updatePipeline: true } as const
    const found = await this.#model.findOneAndUpdate(filter, [change], options).lean()
    if (found === null) return null
    this.#changed()
    this.#publish(this.#model, found, entry)
    const product = toProduct(found)
    return { product, move: toMove(productId, { ...noted, after: product.quantity }) }
  }

  async unrecordedMoves(ofProducts: number): Promise<RecordedMove[]> {
    const found = await this.#model
      .find({ 'moves.at': { $exists: true } }, { moves: 1 }, { limit: ofProducts })
      .lean()
    return found.flatMap(({ _id, moves }) => moves.map((move) => toMove(_id.toString(), move)))
  }

  async clearMove({ productId, id }: RecordedMove): Promise<void> {
    await this.#model.updateOne({ _id: productId }, { $pull: { moves: { _id: id } } })
  }

  async #write(filter: Record<string, unknown>, update: Update): Promise<boolean> {
    const isWritten = (await this.#model.updateOne(filter, update)).matchedCount === 1
    if (isWritten) this.#changed()
    return isWritten
  }

  /** Writes and publishes; claims are not published, because most are short-lived. */
  async #writePublished(filter: Record<string, unknown>, update: Update): Promise<boolean> {
    const entry = productUpdated()
    const options = { returnDocument: 'after' } as const
    const written = await this.#model
      .findOneAndUpdate(filter, publishing(update, entry), options)
      .lean()
    if (written === null) return false
    this.#changed()
    this.#publish(this.#model, written, entry)
    return true
  }
}

function toMove(productId: string, { _id, ...move }: PendingMove): RecordedMove {
  return { ...move, id: _id.toString(), productId }
}

const held = (productId: string, paymentId: string) => ({
  _id: productId,
  'holds.paymentId': paymentId,
})

const notHeld = (productId: string, paymentId: string) => ({
  _id: productId,
  'holds.paymentId': { $ne: paymentId },
})

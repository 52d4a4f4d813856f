import type { Product } from '../domain/product.ts'
import { BEFORE_LEDGER, type StockMove } from '../domain/stock-move.ts'
import type { PendingMove, ProductModel } from '../product-model.ts'

interface Unopened extends Pick<Product, 'id' | 'quantity' | 'version' | 'userId'> {
  moves: StockMove[]
}

/** Ledger entries that are still in their product, which was changed in the same write. */
export class PendingMoves {
  readonly #model: ProductModel

  constructor(model: ProductModel) {
    this.#model = model
  }

  /** Those of one product. */
  async of(productId: string): Promise<StockMove[]> {
    const found = await this.#model.findById(productId, { moves: 1 }).lean()
    return found === null ? [] : toMoves(found)
  }

  /** Those of some products. */
  async some(products: number): Promise<StockMove[]> {
    const found = await this.#model
      .find({ 'moves.0.at': { $exists: true } }, { moves: 1 }, { limit: products })
      .lean()
    return found.flatMap(toMoves)
  }

  /** Some products of earlier releases, whose ledgers begin with no opening entry, each with its pending entries. */
  async unopened(limit: number): Promise<Unopened[]> {
    const fields = { quantity: 1, version: 1, userId: 1, moves: 1 }
    const found = await this.#model.find({ isOpened: { $ne: true } }, fields, { limit }).lean()
    return found.map((product) => ({
      ...product,
      id: product._id.toString(),
      moves: toMoves(product),
    }))
  }

  async markOpened(productId: string): Promise<void> {
    await this.#model.updateOne({ _id: productId }, { $set: { isOpened: true } })
  }

  /** Removes entries from their products. */
  async clear(moves: readonly StockMove[]): Promise<void> {
    const products = { _id: { $in: [...new Set(moves.map(({ productId }) => productId))] } }
    const ids = moves.map(({ id }) => id)
    await this.#model.updateMany(products, { $pull: { moves: { _id: { $in: ids } } } })
  }
}

/** The pending entries of a product. */
export function toMoves({
  _id: product,
  moves = [],
}: {
  _id: unknown
  moves?: PendingMove[]
}): StockMove[] {
  return moves.map(({ _id, version = BEFORE_LEDGER.move, ...move }) => ({
    ...move,
    id: _id.toString(),
    productId: String(product),
    version,
  }))
}

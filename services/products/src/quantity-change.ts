import { Types } from 'mongoose'
import type { Product } from './domain/product.ts'
import type { Cause } from './domain/stock-move.ts'
import type { PendingMove } from './product-model.ts'

/** Pipeline fields that change a product's quantity and append the change to its pending ledger entries. */
export function quantityChange(delta: number, cause: Cause) {
  const quantity = { $add: ['$quantity', delta] }
  const version = { $add: ['$version', 1] }
  const _id = new Types.ObjectId()
  const move = { _id, delta, ...cause, at: new Date(), after: quantity, version }
  return { quantity, moves: { $concatArrays: [{ $ifNull: ['$moves', []] }, [move]] } }
}

/** The first ledger entry of a new product; it has the product's id, because there is only one. */
export function opening(product: Product): PendingMove {
  const { id, userId: by, createdAt: at, quantity, version } = product
  const _id = new Types.ObjectId(id)
  return { _id, delta: quantity, reason: 'opening', by, at, after: quantity, version }
}

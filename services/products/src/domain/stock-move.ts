import { MAX_STOCK, ShopError, invalid, type StockReason } from '@shop/shared/contracts'
import type { Product } from './product.ts'

/** A change of stock by its seller. */
export interface StockMove {
  delta: number
  reason: StockReason
  /** Id of who made it. */
  by: string
  at: Date
}

/** A change of stock as it was made. */
export interface RecordedMove extends StockMove {
  id: string
  productId: string
  /** The quantity that it left. */
  after: number
}

/** Why a change of stock cannot be made on the product as it is now; null when it can. */
export function moveRefusal(
  { quantity, available }: Pick<Product, 'quantity' | 'available'>,
  delta: number,
): ShopError | null {
  if (quantity + delta > MAX_STOCK)
    return invalid(`${quantity} are in stock: more than ${MAX_STOCK} cannot be`, 'delta')
  if (available + delta >= 0) return null
  const held = quantity - available
  return new ShopError('stock-held', `${available} are free, and ${held} set aside for orders`)
}

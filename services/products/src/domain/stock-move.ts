import { MAX_STOCK, ShopError, invalid, type StockReason } from '@shop/shared/contracts'
import type { Product } from './product.ts'

export interface StockMove {
  delta: number
  reason: StockReason
  by: string
  at: Date
}

export interface RecordedMove extends StockMove {
  id: string
  productId: string
  after: number
}

/** Why a stock move does not apply to the current product; null when it does. */
export function moveRefusal(
  { quantity, available }: Pick<Product, 'quantity' | 'available'>,
  delta: number,
): ShopError | null {
  if (quantity + delta > MAX_STOCK)
    return invalid(`Already ${quantity} in stock; the maximum is ${MAX_STOCK}`, 'delta')
  if (available + delta >= 0) return null
  const held = quantity - available
  return new ShopError(
    'stock-held',
    `Only ${available} available; ${held} ${held === 1 ? 'is' : 'are'} reserved for orders`,
  )
}

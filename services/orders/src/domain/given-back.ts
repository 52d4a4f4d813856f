import { ShopError, givenBack, invalid } from '@shop/shared/contracts'
import type { PaidOrder, Part, Refund } from './after-sale.ts'

/** Refunds that are under way or made: failed ones hold nothing. */
export function counted(refunds: Refund[]): Refund[] {
  return refunds.filter(({ status }) => status !== 'Failed')
}

/** How much of each line is in a return or in a refund that has not failed. */
export function taken({
  returns,
  refunds,
}: Pick<PaidOrder, 'returns' | 'refunds'>): Map<string, number> {
  const ofReturns = new Set(returns.map(({ id }) => id))
  // A return holds its lines by itself, also when its refund has failed.
  const others = refunds.filter(({ key }) => key === undefined || !ofReturns.has(key))
  return givenBack(returns, others)
}

/** What a seller's buyer still has: neither given back nor about to be. */
export function remaining(
  order: Pick<PaidOrder, 'items' | 'returns' | 'refunds'>,
  sellerId: string,
): Part[] {
  const held = taken(order)
  return order.items
    .filter((line) => line.sellerId === sellerId)
    .map(({ productId, quantity }) => ({
      productId,
      quantity: quantity - (held.get(productId) ?? 0),
    }))
    .filter(({ quantity }) => quantity > 0)
}

/** Equal products added up. */
export function mergeParts(parts: Part[]): Part[] {
  const merged = new Map<string, number>()
  for (const { productId, quantity } of parts)
    merged.set(productId, (merged.get(productId) ?? 0) + quantity)
  return [...merged].map(([productId, quantity]) => ({ productId, quantity }))
}

/** Throws `validation` for lines of another seller, and `refunded` for more than is left of them. */
export function checkParts(order: PaidOrder, sellerId: string, parts: Part[]): void {
  const own = new Set(
    order.items.filter((line) => line.sellerId === sellerId).map(({ productId }) => productId),
  )
  const left = new Map(
    remaining(order, sellerId).map(({ productId, quantity }) => [productId, quantity]),
  )
  for (const { productId, quantity } of parts) {
    if (!own.has(productId)) throw invalid('Not part of this order', 'lines')
    if (quantity > (left.get(productId) ?? 0))
      throw new ShopError('refunded', 'More than what is left was given back already')
  }
}

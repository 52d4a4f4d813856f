import type { OrderResponse } from '@shop/shared/contracts'

type Parts = OrderResponse['returns'][number]['lines']

/** 1 × Teapot, 2 × Cup. */
export function partsText({ items }: Pick<OrderResponse, 'items'>, parts: Parts): string {
  const title = (id: string) => items.find(({ productId }) => productId === id)?.title ?? 'Item'
  return parts.map(({ productId, quantity }) => `${quantity} × ${title(productId)}`).join(', ')
}

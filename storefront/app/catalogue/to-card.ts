import type { ProductResponse } from '@shop/shared/contracts'
import type { CardProduct } from './product-card.tsx'

/** Only what a card shows, to keep pages small. */
export function toCard(product: ProductResponse): CardProduct {
  const { id, title, price, available, imageUrl, userId, sellerName, archived } = product
  const card = { id, title, price, available, imageUrl, userId, archived }
  return { ...card, ...(sellerName && { sellerName }) }
}

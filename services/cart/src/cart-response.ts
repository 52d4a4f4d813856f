import { pictureUrl, toDecimal, type CartResponse } from '@shop/shared/contracts'
import type { CartDocument } from './cart-document.ts'
import { driftOf, totalOf, type Line, type Product } from './domain/cart.ts'

/** A cart as the API shows it, with live data of its products. */
export function toCartResponse(
  { userId, items, version }: CartDocument,
  products: Map<string, Product>,
  mediaUrl: string,
): CartResponse {
  return {
    id: userId,
    userId,
    items: items.map((line) => toItem(line, products.get(line.productId), mediaUrl)),
    total: toDecimal(totalOf(items, products)),
    version,
  }
}

function toItem(line: Line, product: Product | undefined, mediaUrl: string) {
  const { productId, quantity, seenPrice } = line
  const { title, price, available, picture } = product ?? unknown(line)
  const drift = driftOf(line, product)
  const sellerId = product?.sellerId
  return {
    productId,
    quantity,
    title,
    price: toDecimal(price),
    seenPrice: toDecimal(seenPrice),
    imageUrl: pictureUrl(mediaUrl, picture),
    available: drift === 'gone' ? 0 : available,
    ...(sellerId !== undefined && { sellerId }),
    ...(drift && { drift }),
  }
}

const unknown = ({ seenPrice }: Line) => ({
  title: '',
  price: seenPrice,
  available: 0,
  picture: null,
})

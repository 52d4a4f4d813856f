import { toDecimal, type PayloadOf } from '@shop/shared/contracts'
import { snapshotEvent } from '@shop/shared/outbox'
import { isConcealed, type Product } from './domain/product.ts'
import { imageUrlOf, type PictureUrl } from './product-response.ts'

export const productCreated = () => snapshotEvent('product:created')
export const productUpdated = () => snapshotEvent('product:updated')

/** The payload of both events: the product at the time of publishing; of one that only its seller may see, without title and picture. */
export function toProductPayload(
  product: Product,
  pictureUrl: PictureUrl,
): PayloadOf<'product:updated'> {
  const isSecret = isConcealed(product)
  return {
    id: product.id,
    title: isSecret ? '' : product.title,
    price: toDecimal(product.price),
    quantity: product.quantity,
    available: product.available,
    imageUrl: isSecret ? null : imageUrlOf(product, pictureUrl),
    category: product.category,
    archived: product.archived,
    userId: product.userId,
    version: product.version,
  }
}

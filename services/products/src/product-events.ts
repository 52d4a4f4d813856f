import { toDecimal, type PayloadOf } from '@shop/shared/contracts'
import { snapshotEvent } from '@shop/shared/outbox'
import type { Product } from './domain/product.ts'
import { imageUrlOf, type PictureUrl } from './product-response.ts'

export const productCreated = () => snapshotEvent('product:created')
export const productUpdated = () => snapshotEvent('product:updated')

/** The payload of both events: the product at the time of publishing. */
export function toProductPayload(
  product: Product,
  pictureUrl: PictureUrl,
): PayloadOf<'product:updated'> {
  return {
    id: product.id,
    title: product.title,
    price: toDecimal(product.price),
    quantity: product.quantity,
    available: product.available,
    imageUrl: imageUrlOf(product, pictureUrl),
    category: product.category,
    archived: product.archived,
    userId: product.userId,
    version: product.version,
  }
}

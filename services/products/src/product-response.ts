import { toDecimal, type ProductResponse } from '@shop/shared/contracts'
import type { Hiding, Product } from './domain/product.ts'

export type PictureUrl = (key: string) => string

export function toProductResponse(product: Product, pictureUrl: PictureUrl): ProductResponse {
  const { sellerName, images, hiding, createdAt, updatedAt } = product
  return {
    id: product.id,
    title: product.title,
    description: product.description,
    category: product.category,
    price: toDecimal(product.price),
    quantity: product.quantity,
    available: product.available,
    imageUrl: imageUrlOf(product, pictureUrl),
    images: images.map(({ key, alt }) => ({ url: pictureUrl(key), alt })),
    userId: product.userId,
    ...(sellerName === undefined ? {} : { sellerName }),
    archived: product.archived,
    ...(product.off.length > 0 && { off: product.off }),
    ...(hiding !== undefined && { hiding: toHidingResponse(hiding) }),
    version: product.version,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  }
}

function toHidingResponse({ reason, at, appeal }: Hiding) {
  return {
    reason,
    at: at.toISOString(),
    ...(appeal && { appeal: { note: appeal.note, at: appeal.at.toISOString() } }),
  }
}

/** The public URL of the first picture. */
export function imageUrlOf({ images: [first] }: Product, pictureUrl: PictureUrl): string | null {
  return first === undefined ? null : pictureUrl(first.key)
}

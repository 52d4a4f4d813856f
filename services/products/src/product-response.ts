import { toDecimal, type ProductResponse } from '@shop/shared/contracts'
import type { Product } from './domain/product.ts'

export type PictureUrl = (key: string) => string

export function toProductResponse(product: Product, pictureUrl: PictureUrl): ProductResponse {
  const { sellerName, images, createdAt, updatedAt } = product
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
    version: product.version,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  }
}

/** The public URL of the first picture. */
export function imageUrlOf({ images: [first] }: Product, pictureUrl: PictureUrl): string | null {
  return first === undefined ? null : pictureUrl(first.key)
}

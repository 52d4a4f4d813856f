import { isDeepStrictEqual } from 'node:util'
import { notFound } from '@shop/shared/contracts'
import type { Picture, Product } from '../domain/product.ts'
import type { ProductRepository } from '../product-repository.ts'

/** Applies a decision to a product's pictures; decides again when they were changed meanwhile. */
export async function changePictures(
  products: ProductRepository,
  read: Product,
  decide: (images: Picture[]) => Picture[],
): Promise<Product> {
  const next = decide(read.images)
  if (isDeepStrictEqual(next, read.images)) return read
  const changed = await products.setPictures(read, next)
  if (changed !== null) return changed
  const now = await products.find(read.id)
  if (now === null) throw notFound('Product')
  return changePictures(products, now, decide)
}

import type { ProductReply } from '@shop/shared/contracts'
import type { Log } from '@shop/shared/log'
import type { Product } from './domain/product.ts'
import type { PictureStore } from './pictures/picture-store.ts'
import type { ProductRepository } from './product-repository.ts'

/** What the handlers may touch. */
export interface Deps {
  products: ProductRepository
  pictures: PictureStore
  toReply: (product: Product) => ProductReply
  log: Log
}

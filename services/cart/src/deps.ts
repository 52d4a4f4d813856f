import type { CartRepository } from './cart-repository.ts'
import type { ProductCopy } from './product-copy.ts'

/** What the handlers may touch. */
export interface Deps {
  carts: CartRepository
  products: ProductCopy
  mediaUrl: string
}

import type { CartRepository } from './cart-repository.ts'
import type { ProductCopy } from './product-copy.ts'

export interface Deps {
  carts: CartRepository
  products: ProductCopy
  mediaUrl: string
}

import type { OrderRepository } from './order-repository.ts'
import type { ProductCopy } from './product-copy.ts'

/** What the handlers may touch. */
export interface Deps {
  orders: OrderRepository
  products: ProductCopy
  mediaUrl: string
}

import { listener, type Listener } from '@shop/shared/events'
import type { ProductCopy } from '../product-copy.ts'

export function onProductChanged(products: ProductCopy): Listener[] {
  return [
    listener('product:created', (event) => products.write(event)),
    listener('product:updated', (event) => products.write(event)),
  ]
}

import type { ProductReply } from '@shop/shared/contracts'
import type { Log } from '@shop/shared/log'
import type { Catalogue } from './catalogue.ts'
import type { Product } from './domain/product.ts'
import type { PictureDeps } from './pictures/give-up.ts'

/** What the handlers may touch. */
export interface Deps extends PictureDeps {
  catalogue: Catalogue
  toReply: (product: Product) => ProductReply
  log: Log
}

import type { ProductResponse } from '@shop/shared/contracts'
import type { Log } from '@shop/shared/log'
import type { Catalogue } from './catalogue/catalogue.ts'
import type { Product } from './domain/product.ts'
import type { ImportRepository } from './import/import-repository.ts'
import type { ImportRunner } from './import/import-runner.ts'
import type { AllProducts } from './moderation/all-products.ts'
import type { ModerationDeps } from './moderation/moderate.ts'
import type { PictureDeps } from './pictures/deps.ts'
import type { ProductRepository } from './product-repository.ts'
import type { SellerCopy } from './seller-copy.ts'
import type { LedgerDeps } from './stock/deps.ts'
import type { ProductStock } from './stock/product-stock.ts'

export interface Deps extends PictureDeps, LedgerDeps, ModerationDeps {
  products: ProductRepository
  sellers: SellerCopy
  stock: ProductStock
  catalogue: Catalogue
  allProducts: AllProducts
  imports: ImportRepository
  importRunner: ImportRunner
  toResponse: (product: Product) => ProductResponse
  log: Log
}

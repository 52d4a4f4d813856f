import type { CreateService } from '@shop/shared/service'
import { createObjectStore } from '@shop/shared/storage'
import { createProductsApp } from './app.ts'
import { CatalogueRepository } from './catalogue/catalogue-repository.ts'
import { createCatalogue } from './catalogue/catalogue.ts'
import type { ProductsConfig } from './config.ts'
import type { Product } from './domain/product.ts'
import { createImportModel } from './import/import-model.ts'
import { ImportRepository } from './import/import-repository.ts'
import { ImportRunner } from './import/import-runner.ts'
import { onPaymentAuthorized } from './listeners/on-payment-authorized.ts'
import { onPaymentCancelled } from './listeners/on-payment-cancelled.ts'
import { onPaymentCreated } from './listeners/on-payment-created.ts'
import { onPaymentRefunded } from './listeners/on-payment-refunded.ts'
import { onRefundEnded } from './listeners/on-refund-ended.ts'
import { onUserUpdated } from './listeners/on-user-updated.ts'
import { createPictureStore } from './pictures/store.ts'
import { UploadRepository } from './pictures/upload-repository.ts'
import { toProductPayload } from './product-events.ts'
import { createProductModel, toProduct, type ProductRecord } from './product-model.ts'
import { ProductRepository } from './product-repository.ts'
import { toProductResponse } from './product-response.ts'
import { productsSince } from './products-since.ts'
import { SellerCopy } from './seller-copy.ts'
import { StockLedger } from './stock/ledger.ts'
import { PendingMoves } from './stock/pending-moves.ts'
import { ProductStock } from './stock/product-stock.ts'
import { ReservationRepository } from './stock/reservation-repository.ts'
import { missingOpenings } from './sweepers/missing-openings.ts'
import { orphanedPictures } from './sweepers/orphaned-pictures.ts'
import { outdatedSearchKeys } from './sweepers/outdated-search-keys.ts'
import { unrecordedMoves } from './sweepers/unrecorded-moves.ts'

export const createProducts: CreateService<ProductsConfig> = ({ config, log, db, publish }) => {
  const model = createProductModel(db)
  const pictureUrl = (key: string) => `${config.PUBLIC_MEDIA_URL}/${config.MINIO_BUCKET}/${key}`
  const toResponse = (product: Product) => toProductResponse(product, pictureUrl)
  const catalogue = createCatalogue(new CatalogueRepository(model), toResponse)
  const products = new ProductRepository(model, publish, catalogue.changed)
  const reservations = new ReservationRepository(db, publish)
  const stockDeps = {
    stock: new ProductStock(model, publish, catalogue.changed),
    pending: new PendingMoves(model),
    ledger: new StockLedger(db),
    reservations,
  }
  const pictures = createPictureStore(objectStoreOf(config), log)
  const pictureDeps = { products, pictures, uploads: new UploadRepository(db) }
  const imports = new ImportRepository(createImportModel(db))
  const importRunner = new ImportRunner({ imports, products, log })
  const deps = { ...pictureDeps, ...stockDeps, imports, importRunner, catalogue, toResponse, log }
  return {
    routes: createProductsApp(deps),
    listeners: [
      onPaymentAuthorized(stockDeps),
      onPaymentCreated(stockDeps),
      onPaymentCancelled(stockDeps),
      onPaymentRefunded(stockDeps),
      onRefundEnded(stockDeps),
      onUserUpdated({ products, sellers: new SellerCopy(db) }),
    ],
    outboxes: [
      {
        model,
        render: (record: ProductRecord) => toProductPayload(toProduct(record), pictureUrl),
      },
      { model: reservations.model },
    ],
    async *eventsSince(since) {
      yield* reservations.eventsSince(since)
      yield* productsSince(model, pictureUrl, since)
    },
    sweepers: [
      orphanedPictures(pictureDeps),
      unrecordedMoves(stockDeps),
      missingOpenings(stockDeps),
      outdatedSearchKeys(products),
      { name: 'interrupted-imports', run: () => importRunner.sweep() },
    ],
    stop: () => importRunner.stop(),
  }
}

function objectStoreOf(config: ProductsConfig) {
  return createObjectStore({
    url: config.MINIO_URL,
    accessKey: config.MINIO_ACCESS_KEY,
    secretKey: config.MINIO_SECRET_KEY,
    bucket: config.MINIO_BUCKET,
  })
}

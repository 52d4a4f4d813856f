import type { Listener } from '@shop/shared/events'
import type { CreateService, Sweeper } from '@shop/shared/service'
import { createObjectStore } from '@shop/shared/storage'
import { createProductsApp } from './app.ts'
import { CatalogueRepository } from './catalogue/catalogue-repository.ts'
import { createCatalogue } from './catalogue/catalogue.ts'
import type { ProductsConfig } from './config.ts'
import type { Deps } from './deps.ts'
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
import { AllProducts } from './moderation/all-products.ts'
import { HiddenProducts } from './moderation/hidden-products.ts'
import { createModerationModel, createReportModel } from './moderation/moderation-model.ts'
import { ModerationRepository } from './moderation/moderation-repository.ts'
import { ReportRepository } from './moderation/report-repository.ts'
import { createPictureStore } from './pictures/store.ts'
import { UploadRepository } from './pictures/upload-repository.ts'
import { toProductPayload } from './product-events.ts'
import { createProductModel, toProduct, type ProductRecord } from './product-model.ts'
import { ProductRepository } from './product-repository.ts'
import { toProductResponse } from './product-response.ts'
import { ProductWrites } from './product-writes.ts'
import { productsSince } from './products-since.ts'
import { SellerCopy } from './seller-copy.ts'
import type { StockDeps } from './stock/deps.ts'
import { StockLedger } from './stock/ledger.ts'
import { PendingMoves } from './stock/pending-moves.ts'
import { ProductStock } from './stock/product-stock.ts'
import { ReservationRepository } from './stock/reservation-repository.ts'
import { missingOpenings } from './sweepers/missing-openings.ts'
import { orphanedPictures } from './sweepers/orphaned-pictures.ts'
import { outdatedSearchKeys } from './sweepers/outdated-search-keys.ts'
import { unfinishedModerations } from './sweepers/unfinished-moderations.ts'
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
  const moderation = {
    products,
    sellers: new SellerCopy(db),
    hidden: new HiddenProducts(model, new ProductWrites(model, publish, catalogue.changed)),
    moderations: new ModerationRepository(createModerationModel(db), publish),
    reports: new ReportRepository(createReportModel(db)),
  }
  const imports = new ImportRepository(createImportModel(db))
  const importRunner = new ImportRunner({ ...moderation, imports, log })
  const allProducts = new AllProducts(model)
  const views = { imports, importRunner, catalogue, allProducts, toResponse, log }
  const deps = { ...pictureDeps, ...stockDeps, ...moderation, ...views }
  return {
    routes: createProductsApp(deps),
    listeners: listenersOf(deps),
    outboxes: [
      {
        model,
        render: (record: ProductRecord) => toProductPayload(toProduct(record), pictureUrl),
      },
      { model: reservations.model },
      { model: moderation.moderations.model },
    ],
    async *eventsSince(since) {
      yield* reservations.eventsSince(since)
      yield* productsSince(model, pictureUrl, since)
      yield* moderation.moderations.eventsSince(since)
    },
    sweepers: sweepersOf(deps),
    stop: () => importRunner.stop(),
  }
}

function objectStoreOf(config: ProductsConfig) {
  return createObjectStore({
    url: config.MINIO_URL,
    accessKey: config.MINIO_ACCESS_KEY,
    secretKey: config.MINIO_SECRET_KEY,
    bucket: config.MINIO_BUCKET,
    region: config.MINIO_REGION,
  })
}

const listenersOf = (deps: Deps & StockDeps): Listener[] => [
  onPaymentAuthorized(deps),
  onPaymentCreated(deps),
  onPaymentCancelled(deps),
  onPaymentRefunded(deps),
  onRefundEnded(deps),
  onUserUpdated(deps),
]

const sweepersOf = (deps: Deps): Sweeper[] => [
  orphanedPictures(deps),
  unrecordedMoves(deps),
  missingOpenings(deps),
  outdatedSearchKeys(deps.products),
  unfinishedModerations(deps),
  { name: 'interrupted-imports', run: () => deps.importRunner.sweep() },
]

import type { CreateService } from '@shop/shared/service'
import { createObjectStore } from '@shop/shared/storage'
import { createProductsApp } from './app.ts'
import type { ProductsConfig } from './config.ts'
import { onPaymentAuthorized } from './listeners/on-payment-authorized.ts'
import { onPaymentCancelled } from './listeners/on-payment-cancelled.ts'
import { onPaymentCreated } from './listeners/on-payment-created.ts'
import { onPaymentRefunded } from './listeners/on-payment-refunded.ts'
import { createPictureStore } from './pictures/picture-store.ts'
import { createProductModel, toProduct, type ProductRecord } from './product-model.ts'
import { toProductEvent, toProductReply } from './product-reply.ts'
import { ProductRepository } from './product-repository.ts'
import { ProductStock } from './product-stock.ts'
import { ReservationRepository } from './reservation-repository.ts'

/** The products service, composed. */
export const createProducts: CreateService<ProductsConfig> = ({ config, log, db, wake }) => {
  const model = createProductModel(db)
  const products = new ProductRepository(model, wake)
  const reservations = new ReservationRepository(db, wake)
  const stockDeps = { stock: new ProductStock(model, wake), reservations }
  const store = createObjectStore({
    url: config.MINIO_URL,
    accessKey: config.MINIO_ACCESS_KEY,
    secretKey: config.MINIO_SECRET_KEY,
    bucket: config.MINIO_BUCKET,
  })
  const pictureUrl = (key: string) => `${config.PUBLIC_MEDIA_URL}/${config.MINIO_BUCKET}/${key}`
  return {
    routes: createProductsApp({
      products,
      pictures: createPictureStore(store, log),
      toReply: (product) => toProductReply(product, pictureUrl),
      log,
    }),
    listeners: [
      onPaymentAuthorized(stockDeps),
      onPaymentCreated(stockDeps),
      onPaymentCancelled(stockDeps),
      onPaymentRefunded(stockDeps),
    ],
    outboxes: [
      {
        model,
        render: (record: ProductRecord) => toProductEvent(toProduct(record), pictureUrl),
      },
      { model: reservations.model },
    ],
    sweepers: [],
  }
}

import type { CreateService } from '@shop/shared/service'
import { createCartApp } from './app.ts'
import { CartRepository } from './cart-repository.ts'
import type { CartConfig } from './config.ts'
import { onPaymentCreated } from './listeners/on-payment-created.ts'
import { onProductChanged } from './listeners/on-product-changed.ts'
import { ProductCopy } from './product-copy.ts'

export const createCart: CreateService<CartConfig> = ({ config, db }) => {
  const carts = new CartRepository(db)
  const products = new ProductCopy(db)
  return {
    routes: createCartApp({ carts, products, mediaUrl: config.PUBLIC_MEDIA_URL }),
    listeners: [...onProductChanged(products), onPaymentCreated(carts)],
    outboxes: [],
    sweepers: [],
  }
}

import { measureStates, type CreateService } from '@shop/shared/service'
import { createOrdersApp } from './app.ts'
import type { OrdersConfig } from './config.ts'
import { eventsSince } from './events-since.ts'
import { onInventoryReserved } from './listeners/on-inventory-reserved.ts'
import { onPaymentAuthorized } from './listeners/on-payment-authorized.ts'
import { onPaymentCancelled } from './listeners/on-payment-cancelled.ts'
import { onPaymentCreated } from './listeners/on-payment-created.ts'
import { onPaymentRefunded } from './listeners/on-payment-refunded.ts'
import { onProductChanged } from './listeners/on-product-changed.ts'
import { OrderRepository } from './order-repository.ts'
import { ProductCopy } from './product-copy.ts'
import { createOrderStreams, type StreamOptions } from './streams/order-streams.ts'
import { sweepExpired } from './sweepers/expired.ts'

/** Tests shorten the waits of the streams. */
export function ordersService(options?: Partial<StreamOptions>): CreateService<OrdersConfig> {
  return ({ config, log, db, sessions, publish }) => {
    const orders = new OrderRepository(db, publish)
    const products = new ProductCopy(db)
    const streams = createOrderStreams(orders, log, options)
    measureStates(db, 'orders', 'status')
    const mediaUrl = config.PUBLIC_MEDIA_URL
    return {
      routes: createOrdersApp({ orders, products, streams, sessions, mediaUrl }),
      listeners: [
        ...onProductChanged(products),
        onPaymentAuthorized(orders),
        onInventoryReserved(orders),
        onPaymentCreated(orders),
        onPaymentCancelled(orders),
        onPaymentRefunded(orders),
      ],
      outboxes: [{ model: orders.model }],
      eventsSince: (since) => eventsSince(orders, since),
      sweepers: [sweepExpired(orders)],
      drain: streams.endAll,
    }
  }
}

export const createOrders = ordersService()

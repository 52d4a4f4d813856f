import { measureUnfinished, type CreateService } from '@shop/shared/service'
import { createOrdersApp } from './app.ts'
import type { OrdersConfig } from './config.ts'
import { completedPayload } from './domain/completed-event.ts'
import { eventsSince } from './events-since.ts'
import { onInventoryReserved } from './listeners/on-inventory-reserved.ts'
import { onPaymentAuthorized } from './listeners/on-payment-authorized.ts'
import { onPaymentCancelled } from './listeners/on-payment-cancelled.ts'
import { onPaymentCreated } from './listeners/on-payment-created.ts'
import { onPaymentRefunded } from './listeners/on-payment-refunded.ts'
import { onProductChanged } from './listeners/on-product-changed.ts'
import { onRefundEnded } from './listeners/on-refund-ended.ts'
import { OrderAccess } from './order-access.ts'
import { OrderRepository } from './order-repository.ts'
import { ProductCopy } from './product-copy.ts'
import { createOrderStreams, type StreamOptions } from './streams/order-streams.ts'
import { sweepAsked } from './sweepers/asked.ts'
import { sweepDelivered } from './sweepers/delivered.ts'
import { sweepExpired } from './sweepers/expired.ts'
import { sweepListKeys } from './sweepers/list-keys.ts'
import { sweepUnanswered } from './sweepers/unanswered.ts'

/** Tests shorten the waits of the streams. */
export function ordersService(options?: Partial<StreamOptions>): CreateService<OrdersConfig> {
  return ({ config, log, db, sessions, publish }) => {
    const orders = new OrderRepository(db, publish)
    const products = new ProductCopy(db)
    const streams = createOrderStreams(orders, log, options)
    measureUnfinished(db, 'orders', { field: 'status', states: ['Created'], since: 'createdAt' })
    const mediaUrl = config.PUBLIC_MEDIA_URL
    const keys = { current: config.ORDER_LINK_KEY, previous: config.ORDER_LINK_KEY_PREVIOUS }
    const access = new OrderAccess(orders, keys, sessions.isSecure)
    return {
      routes: createOrdersApp({ orders, access, products, streams, sessions, mediaUrl, log }),
      listeners: [
        ...onProductChanged(products),
        onPaymentAuthorized(orders),
        onInventoryReserved(orders),
        onPaymentCreated(orders),
        onPaymentCancelled(orders),
        onPaymentRefunded(orders),
        onRefundEnded(orders),
      ],
      outboxes: [{ model: orders.model, render: completedPayload }],
      eventsSince: (since) => eventsSince(orders, since),
      sweepers: [
        sweepExpired(orders),
        sweepDelivered(orders),
        sweepUnanswered(orders),
        sweepAsked(orders),
        sweepListKeys(orders),
      ],
      drain: streams.endAll,
    }
  }
}

export const createOrders = ordersService()

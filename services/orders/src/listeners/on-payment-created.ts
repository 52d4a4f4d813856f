import { listener } from '@shop/shared/events'
import { complete } from '../domain/order.ts'
import type { OrderRepository } from '../order-repository.ts'

/** Completes the paid order; a cancelled one is published again, so that payments refunds it. */
export const onPaymentCreated = (orders: OrderRepository) =>
  listener('payment:created', async ({ orderId, meta }) => {
    const completed = await orders.apply(orderId, complete(new Date(meta.at)))
    // failpoint: orders.afterComplete
    if (completed === null) await orders.republishCancelled(orderId)
  })

import { listener } from '@shop/shared/events'
import type { OrderRepository } from '../order-repository.ts'

/** Completes the paid order; money for a cancelled one is told of again, so that it goes back. */
export const onPaymentCreated = (orders: OrderRepository) =>
  listener('payment:created', async ({ orderId, meta }) => {
    const isCompleted = await orders.complete(orderId, new Date(meta.at))
    // failpoint: orders.afterComplete
    if (!isCompleted) await orders.announceCancelled(orderId)
  })

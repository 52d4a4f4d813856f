import { listener } from '@shop/shared/events'
import type { OrderRepository } from '../order-repository.ts'

/** Cancels an open order whose money was given back. */
export const onPaymentCancelled = (orders: OrderRepository) =>
  listener('payment:cancelled', async ({ orderId, reason, meta }) => {
    await orders.cancel(orderId, { reason, at: new Date(meta.at) })
  })

import { listener } from '@shop/shared/events'
import { cancelOpen } from '../cancel-open.ts'
import type { OrderRepository } from '../order-repository.ts'

export const onPaymentCancelled = (orders: OrderRepository) =>
  listener('payment:cancelled', async ({ orderId, reason, meta }) => {
    await cancelOpen(orders, orderId, { reason, at: new Date(meta.at) })
  })

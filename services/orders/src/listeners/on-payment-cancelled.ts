import { listener } from '@shop/shared/events'
import { cancelOpen } from '../cancel-open.ts'
import { stepsOf } from '../domain/timeline.ts'
import type { OrderRepository } from '../order-repository.ts'

export const onPaymentCancelled = (orders: OrderRepository) =>
  listener('payment:cancelled', async (event) => {
    const { orderId, reason, meta } = event
    await cancelOpen(orders, orderId, { reason, at: new Date(meta.at), steps: stepsOf(event) })
  })

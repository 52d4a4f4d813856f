import { listener } from '@shop/shared/events'
import { completeOpen } from '../complete-open.ts'
import { stepsOf } from '../domain/timeline.ts'
import type { OrderRepository } from '../order-repository.ts'
import { republishCancelled } from '../republish-event.ts'

/** Completes the paid order; a cancelled one is published again, so that payments refunds it. */
export const onPaymentCreated = (orders: OrderRepository) =>
  listener('payment:created', async (event) => {
    const { orderId, meta } = event
    const completion = { at: new Date(meta.at), steps: stepsOf(event) }
    const completed = await completeOpen(orders, orderId, completion)
    // failpoint: orders.afterComplete
    if (completed === null) await republishCancelled(orders, orderId)
  })

import { toMinorUnits } from '@shop/shared/contracts'
import { listener } from '@shop/shared/events'
import type { OrderRepository } from '../order-repository.ts'

/** Records a refund; the status does not change. */
export const onPaymentRefunded = (orders: OrderRepository) =>
  listener('payment:refunded', async ({ orderId, refundId, amount, meta }) => {
    const refund = { id: refundId, amount: toMinorUnits(amount), at: new Date(meta.at) }
    await orders.recordRefund(orderId, refund)
  })

import { toMinorUnits } from '@shop/shared/contracts'
import { listener } from '@shop/shared/events'
import { changeOrder } from '../change-order.ts'
import { recordForeign, recordOutcome } from '../domain/refund-outcome.ts'
import type { OrderRepository } from '../order-repository.ts'

/** Records how a refund ended. One that orders did not ask for was made: a copy of the orders was restored. */
export const onRefundEnded = (orders: OrderRepository) =>
  listener('refund:ended', async ({ id, orderId, status, amount, restock, meta }) => {
    const at = new Date(meta.at)
    const outcome = { id, status, amount: toMinorUnits(amount) }
    await changeOrder(
      orders,
      () => orders.findById(orderId),
      (order) => {
        const isKnown = order.refunds.some((refund) => refund.id === id)
        if (isKnown) return recordOutcome(order, outcome, at)
        if (status === 'failed') return null
        const reversed = status === 'reversed'
        return recordForeign(order, { ...outcome, lines: [], restock, reversed }, at)
      },
    )
  })

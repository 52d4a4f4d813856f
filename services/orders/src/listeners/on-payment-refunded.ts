import { toMinorUnits } from '@shop/shared/contracts'
import { listener } from '@shop/shared/events'
import { changeOrder } from '../change-order.ts'
import { recordForeign } from '../domain/refund-outcome.ts'
import type { OrderRepository } from '../order-repository.ts'

/** Records a refund that orders did not ask for; the status does not change. */
export const onPaymentRefunded = (orders: OrderRepository) =>
  listener('payment:refunded', async ({ orderId, refundId, amount, items, restock, meta }) => {
    const refund = { id: refundId, amount: toMinorUnits(amount), lines: partsOf(items), restock }
    const read = () => orders.findById(orderId)
    await changeOrder(orders, read, (order) => recordForeign(order, refund, new Date(meta.at)))
  })

const partsOf = (items: { productId: string; quantity: number }[]) =>
  items.map(({ productId, quantity }) => ({ productId, quantity }))

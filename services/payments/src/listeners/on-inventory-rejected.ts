import { listener } from '@shop/shared/events'
import type { Deps } from '../deps.ts'
import { cancelPayment } from '../steps/cancel.ts'

export const onInventoryRejected = (deps: Deps) =>
  listener('inventory:rejected', async ({ orderId, short }) => {
    const payment = await deps.payments.findByOrder(orderId)
    if (payment === null) return
    await cancelPayment(deps, payment, { reason: 'out_of_stock', from: ['Authorized'], short })
  })

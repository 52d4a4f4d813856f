import { RetryRefundBody } from '@shop/shared/contracts'
import { createHandlers, limitBody, validJson } from '@shop/shared/http'
import type { Deps } from '../deps.ts'
import { refundOf } from '../domain/refund-sold.ts'
import { askAgain } from '../domain/refund.ts'
import { soldOrders, soldRefundPath } from '../sold-order.ts'

/** `POST /api/orders/sold/:id/refunds/:refundId/again` */
export function refundAgain(deps: Deps) {
  const sold = soldOrders(deps)
  return createHandlers(...soldRefundPath, limitBody(), validJson(RetryRefundBody), async (c) => {
    const { id, refundId } = c.req.valid('param')
    const order = await sold.change(c, id, {
      act: 'retry-refund',
      staff: c.req.valid('json').staff,
      decide: (paid, { sellerId }, now) => askAgain(paid, refundOf(paid, sellerId, refundId), now),
    })
    return c.json(order, 201)
  })
}

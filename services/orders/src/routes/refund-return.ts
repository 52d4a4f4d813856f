import { RefundReturnBody } from '@shop/shared/contracts'
import { createHandlers, limitBody, validJson } from '@shop/shared/http'
import type { Deps } from '../deps.ts'
import { refundReturn as decide, returnOf } from '../domain/return.ts'
import { soldOrders, soldReturnPath } from '../sold-order.ts'

/** `POST /api/orders/sold/:id/returns/:returnId/refund` */
export function refundReturn(deps: Deps) {
  const sold = soldOrders(deps)
  return createHandlers(...soldReturnPath, limitBody(), validJson(RefundReturnBody), async (c) => {
    const { id, returnId } = c.req.valid('param')
    const { staff, restock } = c.req.valid('json')
    const order = await sold.change(c, id, {
      act: 'refund-return',
      staff,
      decide: (paid, { sellerId, by }, now) =>
        decide(paid, returnOf(paid, sellerId, returnId), { restock, by }, now),
    })
    return c.json(order, 201)
  })
}

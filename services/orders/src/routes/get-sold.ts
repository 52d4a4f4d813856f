import { sessionOf } from '@shop/shared/auth'
import { notFound } from '@shop/shared/contracts'
import { createHandlers } from '@shop/shared/http'
import type { Deps } from '../deps.ts'
import { soldOrders, soldPath } from '../sold-order.ts'

/** `GET /api/orders/sold/:id` */
export function getSold(deps: Deps) {
  const sold = soldOrders(deps)
  return createHandlers(...soldPath, async (c) => {
    const { sub } = sessionOf(c)
    const order = await sold.find(c.req.valid('param').id, sub)
    if (order === null) throw notFound('Order')
    return c.json(sold.toResponse(order, sub))
  })
}

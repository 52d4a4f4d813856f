import { ownerIds, requireSession, sessionOf } from '@shop/shared/auth'
import { createHandlers, validQuery } from '@shop/shared/http'
import type { Deps } from '../deps.ts'
import { OrderListQuery, orderPage } from '../order-page.ts'
import { toOrderResponse } from '../order-response.ts'

/** `GET /api/orders` */
export function listOrders({ orders, mediaUrl }: Deps) {
  return createHandlers(requireSession, validQuery(OrderListQuery), (c) => {
    const owners = ownerIds(sessionOf(c))
    return orderPage(c, c.req.valid('query'), {
      read: (limit, after) => orders.list(owners, limit, after),
      toResponse: (order) => toOrderResponse(order, mediaUrl),
    })
  })
}

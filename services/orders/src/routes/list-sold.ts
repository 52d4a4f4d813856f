import { requireUser, sessionOf } from '@shop/shared/auth'
import { createHandlers, validQuery } from '@shop/shared/http'
import type { Deps } from '../deps.ts'
import { OrderListQuery, orderPage } from '../order-page.ts'
import { toSoldOrderResponse } from '../order-response.ts'

/** `GET /api/orders/sold`: the orders with products of the user. */
export function listSold({ orders, mediaUrl }: Deps) {
  return createHandlers(requireUser, validQuery(OrderListQuery), (c) => {
    const { sub } = sessionOf(c)
    return orderPage(c, c.req.valid('query'), {
      read: (limit, after) => orders.listSold(sub, limit, after),
      toResponse: (order) => toSoldOrderResponse(order, sub, mediaUrl),
    })
  })
}

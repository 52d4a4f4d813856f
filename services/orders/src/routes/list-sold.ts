import { requireUser, sessionOf } from '@shop/shared/auth'
import { ListSoldQuery } from '@shop/shared/contracts'
import { createHandlers, validQuery } from '@shop/shared/http'
import type { Deps } from '../deps.ts'
import { sortingOf } from '../order-lists.ts'
import { orderPage } from '../order-page.ts'
import { toSoldOrderResponse } from '../order-response.ts'
import { soldCounts } from '../sold-counts.ts'

/** `GET /api/orders/sold`: the orders with products of the user. */
export function listSold({ orders, mediaUrl }: Deps) {
  return createHandlers(requireUser, validQuery(ListSoldQuery), (c) => {
    const { sub } = sessionOf(c)
    const query = c.req.valid('query')
    const list = { sellerId: sub, status: query.status, q: query.q }
    return orderPage(c, query, {
      read: (limit, after) => orders.listSold(list, limit, after),
      toResponse: (order) => toSoldOrderResponse(order, sub, mediaUrl),
      sorting: sortingOf(list),
      extra: async () => ({ counts: await soldCounts(orders, sub) }),
    })
  })
}

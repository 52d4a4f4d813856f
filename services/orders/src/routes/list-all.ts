import { requireAdmin } from '@shop/shared/auth'
import { DEFAULT_LIMIT, ListAllQuery, type StaffCounts } from '@shop/shared/contracts'
import { createHandlers, validQuery } from '@shop/shared/http'
import type { Deps } from '../deps.ts'
import { STAFF } from '../domain/list-keys.ts'
import { sortingOf } from '../order-lists.ts'
import { orderPage } from '../order-page.ts'
import type { OrderReads } from '../order-reads.ts'
import { toOrderResponse } from '../order-response.ts'
import { soldCounts } from '../sold-counts.ts'

/** `GET /api/orders/all` */
export function listAll({ orders, mediaUrl }: Deps) {
  return createHandlers(requireAdmin, validQuery(ListAllQuery), (c) => {
    const { status, q, limit = DEFAULT_LIMIT, cursor } = c.req.valid('query')
    const list = { status, q }
    return orderPage(
      c,
      { limit, cursor },
      {
        read: (size, after) => orders.listAll(list, size, after),
        toResponse: (order) => toOrderResponse(order, mediaUrl),
        sorting: sortingOf(list),
        extra: async () => ({ counts: await staffCounts(orders) }),
      },
    )
  })
}

async function staffCounts(orders: OrderReads): Promise<StaffCounts> {
  const [counts, reversed, unanswered] = await Promise.all([
    soldCounts(orders, STAFF),
    orders.countSold(STAFF, 'reversed'),
    orders.countSold(STAFF, 'unanswered'),
  ])
  return { ...counts, reversed, unanswered }
}

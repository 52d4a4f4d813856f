import { sessionOf } from '@shop/shared/auth'
import { RefundBody } from '@shop/shared/contracts'
import { createHandlers, limitBody, validJson } from '@shop/shared/http'
import type { Deps } from '../deps.ts'
import { refundSold as decide } from '../domain/refund-sold.ts'
import { digestOf, requiredKey } from '../idempotency.ts'
import { soldOrders, soldPath } from '../sold-order.ts'

/** `POST /api/orders/sold/:id/refunds` */
export function refundSold(deps: Deps) {
  const sold = soldOrders(deps)
  return createHandlers(...soldPath, limitBody(), validJson(RefundBody), async (c) => {
    const body = c.req.valid('json')
    const { sub } = sessionOf(c)
    const key = digestOf([sub, requiredKey(c.req.header('idempotency-key'))])
    const request = { key, body: digestOf(body) }
    const order = await sold.change(c, c.req.valid('param').id, {
      act: 'refund',
      staff: body.staff,
      decide: (paid, { sellerId, by }, now) => decide(paid, sellerId, { body, by, request }, now),
    })
    return c.json(order, 201)
  })
}

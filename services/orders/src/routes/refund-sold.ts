import { sessionOf } from '@shop/shared/auth'
import { RefundBody, RefundQuery, type RefundCheck } from '@shop/shared/contracts'
import { createHandlers, limitBody, validJson, validQuery } from '@shop/shared/http'
import type { Deps } from '../deps.ts'
import { checkRefund, refundSold as decide } from '../domain/refund-sold.ts'
import { digestOf, requiredKey } from '../idempotency.ts'
import { soldOrders, soldPath } from '../sold-order.ts'

/** `POST /api/orders/sold/:id/refunds`: says what would be refunded, or refunds it. */
export function refundSold(deps: Deps) {
  const sold = soldOrders(deps)
  const [user, path] = soldPath
  const [query, input] = [validQuery(RefundQuery), validJson(RefundBody)] as const
  return createHandlers(user, query, path, limitBody(), input, async (c) => {
    const body = c.req.valid('json')
    const { id } = c.req.valid('param')
    const act = { act: 'refund', staff: body.staff } as const
    if (c.req.valid('query').dryRun !== undefined) {
      const checks: RefundCheck[] = []
      await sold.change(c, id, {
        ...act,
        decide(paid, { sellerId, by }, now) {
          checks.push(checkRefund(paid, sellerId, { body, by }, now))
          return null
        },
      })
      return c.json(checks[0], 200)
    }
    const { sub } = sessionOf(c)
    const key = digestOf([sub, requiredKey(c.req.header('idempotency-key'))])
    const request = { key, body: digestOf(body) }
    const order = await sold.change(c, id, {
      ...act,
      decide: (paid, { sellerId, by }, now) => decide(paid, sellerId, { body, by, request }, now),
    })
    return c.json(order, 201)
  })
}

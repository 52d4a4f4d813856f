import { AnswerReturnBody } from '@shop/shared/contracts'
import { createHandlers, limitBody, validJson } from '@shop/shared/http'
import type { Deps } from '../deps.ts'
import { answerReturn as decide, returnOf } from '../domain/return.ts'
import { soldOrders, soldReturnPath } from '../sold-order.ts'

/** `POST /api/orders/sold/:id/returns/:returnId` */
export function answerReturn(deps: Deps) {
  const sold = soldOrders(deps)
  return createHandlers(...soldReturnPath, limitBody(), validJson(AnswerReturnBody), async (c) => {
    const { id, returnId } = c.req.valid('param')
    const { staff, ...answer } = c.req.valid('json')
    const order = await sold.change(c, id, {
      act: 'answer-return',
      staff,
      decide: (paid, { sellerId }, now) =>
        decide(paid, returnOf(paid, sellerId, returnId), answer, now),
    })
    return c.json(order)
  })
}

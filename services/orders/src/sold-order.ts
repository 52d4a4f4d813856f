import { requireUser, sessionOf } from '@shop/shared/auth'
import { Id, type SoldOrderResponse } from '@shop/shared/contracts'
import { validPath } from '@shop/shared/http'
import type { Context } from 'hono'
import * as v from 'valibot'
import { changeOrder } from './change-order.ts'
import type { Deps } from './deps.ts'
import type { Change, PaidOrder } from './domain/after-sale.ts'
import type { OrderDocument } from './order-document.ts'
import { toSoldOrderResponse } from './order-response.ts'

/** Of returns and refunds, both made by the service. */
const PartId = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/))

export const soldPath = [requireUser, validPath('Order', { id: Id })] as const
export const soldReturnPath = [
  requireUser,
  validPath('Return', { id: Id, returnId: PartId }),
] as const
export const soldRefundPath = [
  requireUser,
  validPath('Refund', { id: Id, refundId: PartId }),
] as const

type Decide = (order: PaidOrder, sellerId: string, now: Date) => Change | null

/** Orders of a seller's products: read, and changed after their payment. */
export function soldOrders({ orders, mediaUrl }: Deps) {
  const find = (id: string, sellerId: string) => orders.findSold(id, sellerId)

  return {
    find,

    toResponse: (order: OrderDocument, sellerId: string): SoldOrderResponse =>
      toSoldOrderResponse(order, sellerId, mediaUrl),

    async change(c: Context, id: string, decide: Decide): Promise<SoldOrderResponse> {
      const { sub } = sessionOf(c)
      const order = await changeOrder(
        orders,
        () => orders.findSold(id, sub, 'Complete'),
        (paid, now) => decide(paid, sub, now),
      )
      return toSoldOrderResponse(order, sub, mediaUrl)
    },
  }
}

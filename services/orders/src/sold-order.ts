import { requireUser, sessionOf } from '@shop/shared/auth'
import {
  Id,
  ShopError,
  type ForSeller,
  type SoldOrderResponse,
  type StaffAction,
} from '@shop/shared/contracts'
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

/** Who acts: a seller for themselves, or staff for one. */
interface Actor {
  sellerId: string
  by: 'seller' | 'staff'
}

interface Wanted {
  act: StaffAction
  staff: ForSeller | undefined
  decide: (order: PaidOrder, actor: Actor, now: Date) => Change | null
}

/** Orders of a seller's products: read, and changed after their payment. */
export function soldOrders({ orders, mediaUrl }: Deps) {
  const find = (id: string, sellerId: string) => orders.findSold(id, sellerId)

  return {
    find,

    toResponse: (order: OrderDocument, sellerId: string): SoldOrderResponse =>
      toSoldOrderResponse(order, sellerId, mediaUrl),

    /** Makes a change for the caller; throws `forbidden` for others than staff who name a seller. */
    async change(c: Context, id: string, wanted: Wanted): Promise<SoldOrderResponse> {
      const { act, staff, decide } = wanted
      const { sub, role } = sessionOf(c)
      if (staff !== undefined && role !== 'admin')
        throw new ShopError('forbidden', 'Only staff may act for a seller')
      const sellerId = staff?.sellerId ?? sub
      const actor: Actor = { sellerId, by: staff === undefined ? 'seller' : 'staff' }
      const order = await changeOrder(
        orders,
        () => orders.findSold(id, sellerId, 'Complete'),
        (paid, now) => {
          const change = decide(paid, actor, now)
          if (change === null || staff === undefined) return change
          return { ...change, act: { act, sellerId, reason: staff.reason, by: sub, at: now } }
        },
      )
      return toSoldOrderResponse(order, sellerId, mediaUrl)
    },
  }
}

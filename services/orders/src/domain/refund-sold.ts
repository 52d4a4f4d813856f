import {
  ShopError,
  notFound,
  toMinorUnits,
  type AskedBy,
  type RefundBody,
} from '@shop/shared/contracts'
import type { Change, PaidOrder, Refund, Request } from './after-sale.ts'
import { checkParts, counted, mergeParts } from './given-back.ts'
import { askRefund, leftOf, shippingLeft } from './refund.ts'

export interface RefundRequest {
  body: RefundBody
  by: AskedBy
  request: Request
}

/** A seller gives money back, for lines or an amount, or staff the shipping; null for a repeated request. Throws `refund-exceeds`, `refunded`, `forbidden` and `idempotency-mismatch`. */
export function refundSold(
  order: PaidOrder,
  sellerId: string,
  { body, by, request }: RefundRequest,
  now: Date,
): Change | null {
  const known = counted(order.refunds).find(({ key }) => key === request.key)
  if (known !== undefined) {
    if (known.body === request.body) return null
    throw new ShopError('idempotency-mismatch', 'This Idempotency-Key was used with another body')
  }
  const { reason, note, shipping: withShipping = false } = body
  if (withShipping) checkShipping(order, by)
  const wanted = {
    ...request,
    sellerId,
    by,
    reason,
    ...(note !== undefined && { note }),
    withShipping,
  }
  return askRefund(order, { ...wanted, ...partsOf(order, sellerId, body) }, now)
}

function partsOf(order: PaidOrder, sellerId: string, body: RefundBody) {
  const { lines, amount = 0, restock = false } = body
  if (lines === undefined) return { lines: [], restock: false, amount: toMinorUnits(amount) }
  const parts = mergeParts(lines)
  checkParts(order, sellerId, parts)
  if (leftOf(order, sellerId) === 0)
    throw new ShopError('refund-exceeds', 'Nothing is left to refund')
  return { lines: parts, restock }
}

function checkShipping(order: PaidOrder, by: AskedBy): void {
  if (by !== 'staff') throw new ShopError('forbidden', 'Only staff can refund the shipping')
  if (shippingLeft(order) === 0)
    throw new ShopError('refund-exceeds', 'Nothing is left of the shipping')
}

export function refundOf({ refunds }: PaidOrder, sellerId: string, id: string): Refund {
  const found = refunds.find((each) => each.id === id && each.sellerId === sellerId)
  if (found === undefined) throw notFound('Refund')
  return found
}

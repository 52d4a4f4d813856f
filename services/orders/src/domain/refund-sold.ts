import {
  ShopError,
  notFound,
  toMinorUnits,
  type AskedBy,
  type RefundBody,
} from '@shop/shared/contracts'
import type { Change, PaidOrder, Refund, Request } from './after-sale.ts'
import { checkParts, counted, mergeParts } from './given-back.ts'
import { askRefund, leftOf } from './refund.ts'

export interface RefundRequest {
  body: RefundBody
  by: AskedBy
  request: Request
}

/** A seller gives money back, for lines or an amount; null for a repeated request. Throws `refund-exceeds`, `refunded` and `idempotency-mismatch`. */
export function refundSold(
  order: PaidOrder,
  sellerId: string,
  { body, by, request }: RefundRequest,
  now: Date,
): Change | null {
  const { lines = [], amount, restock = false, reason, note } = body
  const known = counted(order.refunds).find(({ key }) => key === request.key)
  if (known !== undefined) {
    if (known.body === request.body) return null
    throw new ShopError('idempotency-mismatch', 'This Idempotency-Key was used with another body')
  }
  const wanted = { ...request, sellerId, by, reason, ...(note !== undefined && { note }) }
  if (amount !== undefined)
    return askRefund(
      order,
      { ...wanted, lines: [], restock: false, amount: toMinorUnits(amount) },
      now,
    )
  const parts = mergeParts(lines)
  checkParts(order, sellerId, parts)
  if (leftOf(order, sellerId) === 0)
    throw new ShopError('refund-exceeds', 'Nothing is left to refund')
  return askRefund(order, { ...wanted, lines: parts, restock }, now)
}

export function refundOf({ refunds }: PaidOrder, sellerId: string, id: string): Refund {
  const found = refunds.find((each) => each.id === id && each.sellerId === sellerId)
  if (found === undefined) throw notFound('Refund')
  return found
}

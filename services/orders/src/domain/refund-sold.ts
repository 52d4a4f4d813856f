import {
  ShopError,
  notFound,
  toDecimal,
  toMinorUnits,
  type AskedBy,
  type RefundBody,
  type RefundCheck,
} from '@shop/shared/contracts'
import type { Change, PaidOrder, Refund, Request } from './after-sale.ts'
import { checkParts, counted, mergeParts } from './given-back.ts'
import { askRefund, leftOf, shippingLeft } from './refund.ts'

export interface RefundRequest {
  body: RefundBody
  by: AskedBy
  request: Request
}

/** A seller gives money back, for lines or an amount, or staff the shipping; null for a repeated request. Throws `refund-exceeds`, `refund-changed`, `refunded`, `forbidden` and `idempotency-mismatch`. */
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
  const change = ask(order, sellerId, { body, by, request }, now)
  checkExpected(body, change)
  return change
}

/** What a refund would do; throws what `refundSold` throws. */
export function checkRefund(
  order: PaidOrder,
  sellerId: string,
  wanted: Pick<RefundRequest, 'body' | 'by'>,
  now: Date,
): RefundCheck {
  const { refunds = [], parcels } = ask(order, sellerId, wanted, now)
  const { amount = 0, shipping = 0 } = refunds.at(-1) ?? {}
  return {
    amount: toDecimal(amount),
    shipping: toDecimal(shipping),
    left: toDecimal(leftOf({ ...order, refunds }, sellerId)),
    cancelsParcel: parcels !== undefined,
  }
}

type Asking = Pick<RefundRequest, 'body' | 'by'> & Partial<Pick<RefundRequest, 'request'>>

function ask(order: PaidOrder, sellerId: string, asking: Asking, now: Date): Change {
  const { body, by, request } = asking
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

/** Another refund may have come between the check and the request. */
function checkExpected({ expected }: RefundBody, { refunds = [] }: Change): void {
  if (expected !== undefined && refunds.at(-1)?.amount !== toMinorUnits(expected))
    throw new ShopError('refund-changed', 'What can be refunded has changed meanwhile')
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

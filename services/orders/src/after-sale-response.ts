import {
  toDecimal,
  type ParcelResponse,
  type RefundResponse,
  type ReturnResponse,
} from '@shop/shared/contracts'
import type { Parcel, Refund, Return } from './domain/after-sale.ts'
import type { OrderDocument } from './order-document.ts'
import { toPaidOrder } from './paid-order.ts'

/** What a response shows of the time after the payment. */
export function afterSaleOf(order: OrderDocument) {
  const { parcels, returns, refunds } = toPaidOrder(order, new Date())
  const isComplete = order.status === 'Complete'
  return {
    ...(order.completedAt && { completedAt: order.completedAt.toISOString() }),
    parcels: isComplete ? parcels.map(toParcel) : [],
    returns: returns.map(toReturn),
    refunds: refunds.map((refund) => toRefund(refund, returns)),
  }
}

function toParcel(parcel: Parcel): ParcelResponse {
  const { sellerId, status, carrier, tracking, sentAt, deliveredAt } = parcel
  return {
    sellerId,
    status,
    ...(carrier && { carrier }),
    ...(tracking && { tracking }),
    ...(sentAt && { sentAt: sentAt.toISOString() }),
    ...(deliveredAt && { deliveredAt: deliveredAt.toISOString() }),
  }
}

function toReturn(asked: Return): ReturnResponse {
  const { id, sellerId, lines, reason, note, status, answer, askedAt, answeredAt } = asked
  return {
    id,
    sellerId,
    lines,
    reason,
    ...(note && { note }),
    status,
    ...(answer && { answer }),
    askedAt: askedAt.toISOString(),
    ...(answeredAt && { answeredAt: answeredAt.toISOString() }),
  }
}

function toRefund(refund: Refund, returns: Return[]): RefundResponse {
  const { id, amount, shipping, at, status, by, lines, sellerId, reason, note, reversed, doneAt } =
    refund
  const returnId = returns.find((each) => each.id === refund.key)?.id
  return {
    id,
    amount: toDecimal(amount),
    shipping: toDecimal(shipping),
    at: at.toISOString(),
    status,
    by,
    lines,
    ...(sellerId && { sellerId }),
    ...(returnId && { returnId }),
    ...(reason && { reason }),
    ...(note && { note }),
    ...(reversed && { reversed }),
    ...(doneAt && { doneAt: doneAt.toISOString() }),
  }
}

import { toDecimal, type HistoryEntry, type StaffOrderResponse } from '@shop/shared/contracts'
import type { Parcel, Refund, Return } from './domain/after-sale.ts'
import type { OrderDocument } from './order-document.ts'
import { toActResponse, toOrderResponse } from './order-response.ts'
import { toPaidOrder } from './paid-order.ts'

/** An order as staff see it. */
export function toStaffOrderResponse(order: OrderDocument, mediaUrl: string): StaffOrderResponse {
  return { ...toOrderResponse(order, mediaUrl), history: historyOf(order) }
}

/** What happened after the payment, oldest first. */
function historyOf(order: OrderDocument): HistoryEntry[] {
  const { parcels, returns, refunds } = toPaidOrder(order, new Date())
  const acts = (order.acts ?? []).map((act) => ({
    what: 'staff' as const,
    ...toActResponse(act),
    by: act.by,
  }))
  const entries = [
    ...parcels.flatMap(ofParcel),
    ...returns.flatMap(ofReturn),
    ...refunds.flatMap(ofRefund),
    ...acts,
  ]
  return entries.toSorted((a, b) => a.at.localeCompare(b.at))
}

function ofParcel({ sellerId, sentAt, deliveredAt }: Parcel): HistoryEntry[] {
  return [
    ...(sentAt ? [{ what: 'sent' as const, at: sentAt.toISOString(), sellerId }] : []),
    ...(deliveredAt
      ? [{ what: 'delivered' as const, at: deliveredAt.toISOString(), sellerId }]
      : []),
  ]
}

function ofReturn({ id, status, askedAt, changedAt }: Return): HistoryEntry[] {
  const entry = (at: Date, reached: Return['status']): HistoryEntry => ({
    what: 'return',
    at: at.toISOString(),
    id,
    status: reached,
  })
  return [entry(askedAt, 'Asked'), ...(status === 'Asked' ? [] : [entry(changedAt, status)])]
}

function ofRefund({ id, amount, status, at, doneAt = at }: Refund): HistoryEntry[] {
  const entry = (time: Date, reached: Refund['status']): HistoryEntry => ({
    what: 'refund',
    at: time.toISOString(),
    id,
    status: reached,
    amount: toDecimal(amount),
  })
  return [entry(at, 'Asked'), ...(status === 'Asked' ? [] : [entry(doneAt, status)])]
}

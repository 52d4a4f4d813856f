import {
  MAX_RETURNS,
  RETURN_LIFE_MS,
  ShopError,
  invalid,
  type ReturnReason,
} from '@shop/shared/contracts'
import { returnChanged } from './after-sale-events.ts'
import type { Change, PaidOrder, Parcel, Part, Request, Return } from './after-sale.ts'
import { mergeParts, remaining } from './given-back.ts'
import { parcelOf } from './parcel.ts'
import { askRefund } from './refund.ts'

const MAX_REFUSALS = 2

export interface GiveBack {
  lines: Part[]
  reason: ReturnReason
  note?: string
  request: Request
}

/** The buyer gives lines back: what was not sent is refunded, of the rest a return is asked, one a seller. */
export function giveBack(order: PaidOrder, wanted: GiveBack, now: Date): Change | null {
  if (order.status !== 'Complete')
    throw new ShopError('return-closed', 'Only a paid order can be given back')
  const known = order.returns.find(({ request }) => request.key === wanted.request.key)
  if (known !== undefined) {
    if (known.request.body === wanted.request.body) return null
    throw new ShopError('idempotency-mismatch', 'This Idempotency-Key was used with another body')
  }
  const changes: Change[] = []
  let current = order
  for (const [sellerId, lines] of bySeller(order, mergeParts(wanted.lines))) {
    const change = giveBackTo(current, sellerId, { ...wanted, lines }, now)
    current = { ...current, ...fieldsOf(change) }
    changes.push(change)
  }
  return { ...fieldsOf(current), events: changes.flatMap(({ events }) => events) }
}

function giveBackTo(order: PaidOrder, sellerId: string, wanted: GiveBack, now: Date): Change {
  const { lines, reason, note, request } = wanted
  const parcel = parcelOf(order, sellerId)
  checkReturn(order, parcel, lines, now)
  const isUnsent = parcel.status === 'ToSend'
  const asked: Return = {
    id: `${order._id.toString()}-r${order.returns.length + 1}`,
    sellerId,
    lines,
    reason,
    ...(note !== undefined && { note }),
    status: isUnsent ? 'Refunding' : 'Asked',
    askedAt: now,
    changedAt: now,
    request,
  }
  const returns = [...order.returns, asked]
  if (!isUnsent) return { returns, events: [returnChanged(order, asked, now)] }
  const refund = { key: asked.id, sellerId, lines, restock: true, reason, by: 'buyer' } as const
  return { returns, ...askRefund({ ...order, returns }, refund, now) }
}

function checkReturn(order: PaidOrder, parcel: Parcel, lines: Part[], now: Date): void {
  const { status, deliveredAt } = parcel
  const isOver = deliveredAt !== undefined && deliveredAt.getTime() + RETURN_LIFE_MS < now.getTime()
  if (order.returns.length >= MAX_RETURNS || (status === 'Delivered' && isOver))
    throw new ShopError('return-closed', 'This can no longer be given back')
  const left = new Map(
    remaining(order, parcel.sellerId).map(({ productId, quantity }) => [productId, quantity]),
  )
  for (const { productId, quantity } of lines) {
    if (quantity > (left.get(productId) ?? 0))
      throw new ShopError('refunded', 'More than what is left was given back already')
    const refusals = order.returns.filter(
      (each) =>
        each.status === 'Refused' && each.lines.some((line) => line.productId === productId),
    )
    if (refusals.length >= MAX_REFUSALS)
      throw new ShopError('return-final', 'The seller has refused this twice')
  }
}

function bySeller({ items }: PaidOrder, lines: Part[]): Map<string, Part[]> {
  const sellers = new Map(items.map(({ productId, sellerId }) => [productId, sellerId]))
  return Map.groupBy(lines, ({ productId }) => {
    const seller = sellers.get(productId)
    if (seller === undefined) throw invalid('Not part of this order', 'lines')
    return seller
  })
}

function fieldsOf({ parcels, returns, refunds }: Partial<PaidOrder>) {
  return {
    ...(parcels && { parcels }),
    ...(returns && { returns }),
    ...(refunds && { refunds }),
  }
}

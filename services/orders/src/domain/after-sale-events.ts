import { toDecimal, type AskedBy, type EventItem, type PayloadOf } from '@shop/shared/contracts'
import type { PaidOrder, Parcel, Part, Refund, Return } from './after-sale.ts'
import { remaining } from './given-back.ts'
import type { OrderEvent } from './order-events.ts'

export type RefundOutcome = PayloadOf<'refund:told'>['status']

type Named = Pick<PaidOrder, '_id' | 'items' | 'email'>

const emailOf = ({ email }: Named) => (email === undefined ? {} : { email })

/** The items of an event: whole lines, or parts of them. */
export function eventItems({ items }: Pick<PaidOrder, 'items'>, parts: Part[]): EventItem[] {
  return parts.flatMap(({ productId, quantity }) => {
    const line = items.find((each) => each.productId === productId)
    if (line === undefined) return []
    const { title, price, sellerId } = line
    return [{ productId, title, price: toDecimal(price), quantity, sellerId }]
  })
}

function ofParcel(order: Named, sellerId: string, parts: Part[], happenedAt: Date) {
  return {
    orderId: order._id.toString(),
    sellerId,
    ...emailOf(order),
    items: eventItems(order, parts),
    happenedAt: happenedAt.toISOString(),
  }
}

const linesOf = ({ items }: Named, sellerId: string) =>
  items.filter((line) => line.sellerId === sellerId)

/** With what was not given back before. */
export function parcelSent(order: PaidOrder, parcel: Parcel, at: Date): OrderEvent {
  const { sellerId, n, carrier = 'other', tracking } = parcel
  const { address, completedAt, parcels } = order
  const others = parcels.filter((each) => each.sellerId !== sellerId && each.status !== 'Cancelled')
  return {
    subject: 'parcel:sent',
    data: {
      ...ofParcel(order, sellerId, remaining(order, sellerId), at),
      n,
      carrier,
      ...(tracking !== undefined && { tracking }),
      ...(completedAt && { completedAt: completedAt.toISOString() }),
      ...(address && { country: address.country }),
      otherSellerIds: others.map((each) => each.sellerId),
    },
  }
}

export function parcelCancelled(
  order: Named,
  { sellerId }: Parcel,
  by: AskedBy,
  at: Date,
): OrderEvent {
  const about = ofParcel(order, sellerId, linesOf(order, sellerId), at)
  return { subject: 'parcel:cancelled', data: { ...about, by } }
}

export function returnChanged(order: Named, asked: Return, at: Date): OrderEvent {
  const { id: returnId, sellerId, lines, status, reason, note, answer } = asked
  return {
    subject: 'return:changed',
    data: {
      ...ofParcel(order, sellerId, lines, at),
      returnId,
      status,
      reason,
      ...(note !== undefined && { note }),
      ...(answer !== undefined && { answer }),
    },
  }
}

export function refundAsked(order: Named, { id, amount, lines, restock }: Refund): OrderEvent {
  const items = eventItems(order, lines)
  return {
    subject: 'refund:asked',
    data: { id, orderId: order._id.toString(), amount: toDecimal(amount), items, restock },
  }
}

export function refundTold(
  order: Named,
  { id: refundId, sellerId, amount, by }: Refund,
  status: RefundOutcome,
  at: Date,
): OrderEvent {
  return {
    subject: 'refund:told',
    data: {
      orderId: order._id.toString(),
      refundId,
      ...(sellerId !== undefined && { sellerId }),
      amount: toDecimal(amount),
      status,
      by,
      ...emailOf(order),
      happenedAt: at.toISOString(),
    },
  }
}

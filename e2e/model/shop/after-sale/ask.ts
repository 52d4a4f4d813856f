import type { AskedBy, EventItem } from '@shop/shared/contracts'
import type { Order, OrderRefund } from '../../world/documents.ts'
import type { Content } from '../../world/events.ts'
import { amountsOf } from './amounts.ts'

interface Wish {
  sellerId: string
  lines: EventItem[]
  amount?: number
  withShipping?: boolean
  returnId?: string
  restock: boolean
  by: AskedBy
}

/** A refund as it is written into the order; its id counts the refunds at the write. */
export function newRefund(order: Order, wish: Wish, now: number, nth = 0): OrderRefund {
  const { sellerId, lines, restock, by, returnId } = wish
  return {
    id: `${order.id}-${order.refunds.length + nth}`,
    ...(returnId !== undefined && { returnId }),
    sellerId,
    lines,
    ...amountsOf(order, wish),
    restock,
    by,
    status: 'Asked',
    at: now,
  }
}

/** The refunds that payments has not ended yet. */
export function openRefunds({ refunds }: Order): OrderRefund[] {
  return refunds.filter(({ status }) => status === 'Asked')
}

export function refundAsked({ id: orderId }: Order, refund: OrderRefund): Content {
  const { id, amount, lines: items, restock } = refund
  return { subject: 'refund:asked', data: { id, orderId, amount, items, restock } }
}

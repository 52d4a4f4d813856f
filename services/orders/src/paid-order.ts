import type { PaidOrder, Refund } from './domain/after-sale.ts'
import { parcelsOf } from './domain/parcel.ts'
import type { OrderDocument } from './order-document.ts'

/** A stored order as decisions after the payment see it: orders of earlier versions lack fields. */
export function toPaidOrder(order: OrderDocument, now: Date): PaidOrder {
  return {
    ...order,
    parcels: parcelsOf(order, now),
    returns: order.returns ?? [],
    refunds: toRefunds(order.refunds),
  }
}

/** Refunds of earlier versions lack fields: they are done. */
export function toRefunds(stored: OrderDocument['refunds']): Refund[] {
  return stored.map((refund) => ({
    lines: [],
    shipping: 0,
    restock: false,
    by: 'system',
    status: 'Done',
    ...refund,
  }))
}

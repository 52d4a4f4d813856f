import { withEvents, type Update } from '@shop/shared/outbox'
import type { Change } from './domain/after-sale.ts'
import { statusKeysOf } from './domain/list-keys.ts'
import { toOutbox, type OrderDocument } from './order-document.ts'
import { toPaidOrder } from './paid-order.ts'

/** The write of a change of a paid order, and the events appended with it. */
export function changeWrite(order: OrderDocument, { entries = [], events, ...fields }: Change) {
  const statuses = statusKeysOf({ ...toPaidOrder(order, new Date()), ...fields })
  const update: Update = {
    $set: { ...fields, 'listKeys.statuses': statuses },
    ...(entries.length > 0 && { $push: { timeline: { $each: entries } } }),
  }
  const outbox = events.map(toOutbox)
  return { update: outbox.length > 0 ? withEvents(update, ...outbox) : update, outbox }
}

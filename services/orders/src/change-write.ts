import { withEvents, type Update } from '@shop/shared/outbox'
import type { Change } from './domain/after-sale.ts'
import { statusKeysOf } from './domain/list-keys.ts'
import { toOutbox, type OrderDocument } from './order-document.ts'
import { toPaidOrder } from './paid-order.ts'

/** The write of a change of a paid order, and the events appended with it. */
export function changeWrite(order: OrderDocument, change: Change) {
  const { entries = [], act, events, ...fields } = change
  const statuses = statusKeysOf({ ...toPaidOrder(order, new Date()), ...fields })
  const update: Update = {
    $set: { ...fields, 'listKeys.statuses': statuses },
    $push: {
      ...(entries.length > 0 && { timeline: { $each: entries } }),
      ...(act && { acts: act }),
    },
  }
  const outbox = events.map(toOutbox)
  return { update: outbox.length > 0 ? withEvents(update, ...outbox) : update, outbox }
}

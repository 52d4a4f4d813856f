import { withEvents, type Update } from '@shop/shared/outbox'
import type { Change } from './domain/after-sale.ts'
import { toOutbox } from './order-document.ts'

/** The write of a change of a paid order, and the events appended with it. */
export function changeWrite({ entries = [], events, ...fields }: Change) {
  const update: Update = {
    $set: fields,
    ...(entries.length > 0 && { $push: { timeline: { $each: entries } } }),
  }
  const outbox = events.map(toOutbox)
  return { update: outbox.length > 0 ? withEvents(update, ...outbox) : update, outbox }
}

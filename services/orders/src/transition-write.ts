import { withEvents, type Update } from '@shop/shared/outbox'
import { statesBefore, type Transition } from './domain/order.ts'
import { IDEMPOTENCY_FIELDS, toOutbox } from './order-document.ts'

/** The write that makes a transition, and the guard under which it may be made. */
export function transitionWrite({ to, entry, reason, published }: Transition) {
  const guard = {
    status: { $in: statesBefore(to) },
    ...(published && { version: published.readVersion }),
  }
  const update: Update = {
    $set: { status: to, ...(reason && { reason }) },
    ...(to === 'Cancelled' && { $unset: IDEMPOTENCY_FIELDS }),
    $push: { timeline: entry },
  }
  if (published === undefined) return { guard, update, entries: [] }
  const entries = [toOutbox(published.event)]
  return { guard, update: withEvents(update, ...entries), entries }
}

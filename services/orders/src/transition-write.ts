import { snapshotEvent, withEvents, type Update } from '@shop/shared/outbox'
import { statesBefore, type Transition } from './domain/order.ts'
import { IDEMPOTENCY_FIELDS, toOutbox } from './order-document.ts'

/** The write that makes a transition, and the guard under which it may be made. */
export function transitionWrite(transition: Transition) {
  const { to, entries, card, reason, completedAt, requires = {}, published } = transition
  const guard = {
    status: { $in: statesBefore(to) },
    ...guardOf(requires),
    ...(published && { version: published.readVersion }),
  }
  const update: Update = {
    $set: {
      status: to,
      ...(reason && { reason }),
      ...(card && { payment: card }),
      ...(completedAt && { completedAt }),
    },
    ...(to === 'Cancelled' && { $unset: IDEMPOTENCY_FIELDS }),
    $push: { timeline: { $each: entries } },
  }
  const outbox = published === undefined ? [] : [toOutbox(published.event)]
  // Its payload is the whole order, which the write does not know.
  if (to === 'Complete') outbox.push(snapshotEvent('order:completed'))
  return { guard, update: withEvents(update, ...outbox), outbox }
}

function guardOf({ version, entries = [] }: NonNullable<Transition['requires']>) {
  return {
    ...(version !== undefined && { version }),
    ...(entries.length > 0 && { 'timeline.what': { $all: entries.map(({ what }) => what) } }),
  }
}

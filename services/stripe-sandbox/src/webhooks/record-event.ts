import type { Database } from 'bun:sqlite'
import type { Stripe } from 'stripe'
import { scopeOfObject, type Subject } from '../faults/scope.ts'
import { takeFault } from '../faults/store.ts'
import { save } from '../ledger/objects.ts'
import { newId, nowInSeconds } from '../rules/ids.ts'
import type { EventType } from '../rules/step.ts'
import { deliveryTimes } from './schedule.ts'

export const API_VERSION = '2026-10-28.endive'

/** Stores an event and queues its delivery, within the call's transaction. */
export function recordEvent(
  db: Database,
  type: EventType,
  object: Subject,
  request: Stripe.Event.Request,
): void {
  const times = deliveryTimes(takeFault(db, 'webhook', scopeOfObject(db, object)), Date.now())
  const event = {
    id: newId('evt'),
    object: 'event',
    api_version: API_VERSION,
    created: nowInSeconds(),
    data: { object },
    livemode: false,
    pending_webhooks: times.length,
    request,
    type,
  } as Stripe.Event
  save(db, event)
  const queue = db.query('INSERT INTO deliveries (event, due) VALUES (?, ?)')
  for (const due of times) queue.run(event.id, due)
}

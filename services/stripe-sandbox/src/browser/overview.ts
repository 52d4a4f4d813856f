import type { Database } from 'bun:sqlite'
import type { Stripe } from 'stripe'
import { scopeOfObject, type Subject } from '../faults/scope.ts'
import { armedFaults, type Fault } from '../faults/store.ts'
import { movementsOf, type DatedMovement } from '../ledger/movements.ts'
import { list, type ObjectOf } from '../ledger/objects.ts'
import { deliveriesOf, type DeliveryState } from '../webhooks/queue.ts'
import { cardNameOf } from './card-name.ts'

const PAGE = 20
const MOST_FAULTS = 50

export interface Payment {
  intent: Stripe.PaymentIntent
  card: string | null
  movements: DatedMovement[]
}

export interface EventEntry {
  event: Stripe.Event
  orderId: string | null
  deliveries: DeliveryState[]
}

interface Slice<T> {
  rows: T[]
  /** The cursor of the next page, or null. */
  older: string | null
}

export interface Overview {
  payments: Slice<Payment>
  events: Slice<EventEntry>
  faults: Fault[]
}

/** The cursors in the page's links. */
export interface Cursors {
  payments?: string | undefined
  events?: string | undefined
}

/** Reads a page of payments, a page of events, and the armed faults. */
export function readOverview(db: Database, after: Cursors): Overview {
  return {
    payments: slice(db, 'payment_intent', after.payments, (intent) => ({
      intent,
      card: cardNameOf(db, intent),
      movements: movementsOf(db, intent.id),
    })),
    events: slice(db, 'event', after.events, (event) => ({
      event,
      orderId: scopeOfObject(db, event.data.object as Subject).orderId,
      deliveries: deliveriesOf(db, event.id),
    })),
    faults: armedFaults(db, MOST_FAULTS),
  }
}

function slice<K extends 'payment_intent' | 'event', T>(
  db: Database,
  kind: K,
  startingAfter: string | undefined,
  toRow: (object: ObjectOf[K]) => T,
): Slice<T> {
  const { data, hasMore } = list(db, kind, { limit: PAGE, startingAfter, where: [] })
  return { rows: data.map(toRow), older: hasMore ? (data.at(-1)?.id ?? null) : null }
}

import { checkWrite } from '../invariants/at-writes.ts'
import { Bus } from './bus.ts'
import {
  nameOf,
  stateOf,
  type Cart,
  type Document,
  type Order,
  type OrderCopy,
  type Outbox,
  type Payment,
  type Product,
  type ProductCopy,
  type Reservation,
} from './documents.ts'
import type { Event, Payloads, Subject } from './events.ts'
import { Run } from './run.ts'
import { Stripe } from './stripe.ts'

/** Everything there is: databases, Stripe, the bus, the clock. */
export class World extends Run {
  changes = 0
  failures = 0
  #events = 0
  readonly orders = new Map<string, Order>()
  readonly orderCopies = new Map<string, OrderCopy>()
  /** By order. */
  readonly payments = new Map<string, Payment>()
  readonly products = new Map<string, Product>()
  readonly reservations = new Map<string, Reservation>()
  readonly carts = new Map<string, Cart>()
  readonly productCopies = new Map<string, ProductCopy>()
  /** What sellers changed by hand, per product: for the invariant of stock only. */
  readonly edits = new Map<string, number>()
  /** Events that must be published sooner or later. */
  readonly committed = new Set<string>()
  /** Changes of state that happened, such as `order Created → Complete`. */
  readonly transitions = new Set<string>()
  readonly bus = new Bus(this)
  readonly stripe = new Stripe(this)

  /** One conditional write to one document: nothing happens unless the guard holds at this moment. */
  change<T extends Document>(
    document: T | undefined,
    guard: (document: T) => boolean,
    write: (document: T) => void,
    text = '',
  ): boolean {
    if (document === undefined || !guard(document)) return false
    const before = stateOf(document)
    write(document)
    this.changes += 1
    const after = stateOf(document)
    if (before !== after) this.transitions.add(`${document.kind} ${before} → ${after}`)
    if ('since' in document && before !== after) document.since = this.now
    const step = before === after ? '' : `${before} → ${after} `
    if (this.isRecording) this.record(`${nameOf(document)} ${step}${text}`)
    checkWrite(this, document, before)
    return true
  }

  /** Appends an event to an outbox: within the write of a `change`, or before an insert. */
  emit<S extends Subject>(document: Outbox, subject: S, data: Payloads[S]): void {
    this.#events += 1
    const event: Event = { id: `e${this.#events}`, subject, data, told: 0, nextAt: this.now }
    this.committed.add(event.id)
    if (this.without('outbox')) this.bus.unsaved.push(event)
    else document.outbox.push(event)
  }
}

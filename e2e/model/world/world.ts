import { checkWrite } from '../invariants/at-writes.ts'
import type { Mark, PaymentState } from '../shared-code.ts'
import { Acknowledged } from './acknowledged.ts'
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
import type { Content, Event } from './events.ts'
import { Run } from './run.ts'
import type { Service } from './services.ts'
import { Stripe } from './stripe.ts'

/** The state of a run: databases, Stripe, broker, clock. */
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
  /** Stock changes by sellers, by product. */
  readonly edits = new Map<string, number>()
  /** Events that must be published eventually. */
  readonly committed = new Set<string>()
  /** State changes, such as `order Created → Complete`. */
  readonly transitions = new Set<string>()
  /** The last mark that each service has stored. */
  readonly marks = new Map<Service, Mark>()
  /** Until when one replica of a service may republish. */
  readonly leases = new Map<Service, number>()
  /** The state of a payment that a process wrote last, by process and order. */
  readonly recentStates = new Map<string, PaymentState>()
  /** When payments last compared all refunds with Stripe's. */
  foreignSweptAt = 0
  readonly bus = new Bus(this)
  readonly acknowledged = new Acknowledged(this, this.bus)
  readonly stripe = new Stripe(this)

  /** A conditional write to one document; does nothing unless the guard holds. */
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
    if (document.kind === 'payment')
      this.recentStates.set(`${this.process} ${document.orderId}`, document.state)
    if (before !== after) this.transitions.add(`${document.kind} ${before} → ${after}`)
    if ('since' in document && before !== after) document.since = this.now
    const step = before === after ? '' : `${before} → ${after} `
    if (this.isRecording) this.record(`${nameOf(document)} ${step}${text}`)
    checkWrite(this, document, before)
    return true
  }

  /** Appends an event to an outbox, within a `change` or before an insert. */
  emit(document: Outbox, content: Content): void {
    const event = this.#event(content)
    this.committed.add(event.id)
    const isFirst = document.lastEventAt === Number.NEGATIVE_INFINITY
    if (isFirst || !this.lacks('last-event-time')) document.lastEventAt = this.now
    if (this.lacks('outbox')) this.bus.unsaved.push(event)
    else document.outbox.push(event)
  }

  publish(event: Event): void {
    this.acknowledged.tell(event, this.bus.publish(event))
  }

  /** Publishes what a document says, without an outbox. */
  publishAgain(content: Content): void {
    this.publish(this.#event(content))
  }

  #event(content: Content): Event {
    this.#events += 1
    return { ...content, id: `e${this.#events}`, appendedAt: this.now }
  }
}

import { checkWrite } from '../invariants/at-writes.ts'
import type { PaymentState } from '../shared-code.ts'
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
  /** The state of a payment that a process wrote last, by process and order. */
  readonly recentStates = new Map<string, PaymentState>()
  readonly bus = new Bus(this)
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
  emit<S extends Subject>(document: Outbox, subject: S, data: Payloads[S]): void {
    this.#events += 1
    const event: Event = {
      id: `e${this.#events}`,
      subject,
      data,
      publishCount: 0,
      nextAt: this.now,
    }
    this.committed.add(event.id)
    if (this.lacks('outbox')) this.bus.unsaved.push(event)
    else document.outbox.push(event)
  }
}

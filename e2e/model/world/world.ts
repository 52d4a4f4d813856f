import { checkWrite } from '../invariants/at-writes.ts'
import type { Mark, PaymentState } from '../shared-code.ts'
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
import type { Content, Event, PastEvent } from './events.ts'
import { Outage, ReplicaSets } from './replica-sets.ts'
import { Run } from './run.ts'
import type { Service } from './services.ts'
import { Stripe } from './stripe.ts'

/** How long a deposed primary shows what it has written. */
const SEEN_FOR = 150

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
  readonly stripe = new Stripe(this)
  readonly sets = new ReplicaSets(this)
  /** Events of writes that were rolled back, by service: only local reads show them. */
  readonly rolledBack = new Set<Event>()
  #isRollingBack = false
  /** Writes that were rolled back, and until when a local read shows them. */
  readonly #rolledBackWrites = new Map<Document, { written: Document; until: number }>()

  /** A conditional write to one document; does nothing unless the guard holds. */
  change<T extends Document>(
    document: T | undefined,
    guard: (document: T) => boolean,
    write: (document: T) => void,
    text = '',
  ): boolean {
    if (document === undefined) return false
    const outcome = this.sets.outcomeOf(document, guard)
    if (outcome === 'rolled back') this.#rollBack(document, write, text)
    if (outcome === 'unmatched' || !guard(document)) return false
    const before = stateOf(document)
    write(document)
    this.#written(document, before, text)
    if (outcome === 'unknown') throw new Outage('the outcome of a write is unknown')
    return true
  }

  #written(document: Document, before: string | undefined, text: string): void {
    this.changes += 1
    const after = stateOf(document)
    if (document.kind === 'payment')
      this.recentStates.set(`${this.process} ${document.orderId}`, document.state)
    if (before !== after) this.transitions.add(`${document.kind} ${before} → ${after}`)
    if ('since' in document && before !== after) document.since = this.now
    const step = before === after ? '' : `${before} → ${after} `
    if (this.isRecording) this.record(`${nameOf(document)} ${step}${text}`)
    checkWrite(this, document, before)
  }

  /** Inserts a document that is not there. */
  insert<T extends Document>(all: Map<string, T>, id: string, document: T): T {
    const outcome = this.sets.outcomeOfInsert(document)
    if (outcome === 'rolled back') throw new Outage('an insert was rolled back')
    all.set(id, document)
    if (outcome === 'unknown') throw new Outage('the outcome of an insert is unknown')
    return document
  }

  /** A majority read, which may show an older state than was read before. */
  read<T extends Document>(document: T | undefined): T | undefined {
    if (document === undefined) return undefined
    const local = this.#rolledBackWrites.get(document)
    const isSeen = this.lacks('majority-reads') && local !== undefined && this.now <= local.until
    return isSeen ? (local.written as T) : this.sets.read(document)
  }

  /** A read in the causally consistent session of the operation before it. */
  readInSession<T extends Document>(document: T | undefined): T | undefined {
    return document !== undefined && this.lacks('one-session')
      ? this.sets.readOld(document)
      : document
  }

  documents(): Document[] {
    const { orders, orderCopies, payments, products, reservations, carts, productCopies } = this
    const all = [orders, orderCopies, payments, products, reservations, carts, productCopies]
    return all.flatMap((some: Map<string, Document>) => [...some.values()])
  }

  /** Its events were there for those who read locally. */
  #rollBack<T extends Document>(document: T, write: (document: T) => void, text: string): never {
    this.record(`(rolled back: ${nameOf(document)} ${text})`)
    const isRelayed = this.lacks('relay-majority') && document.kind === 'reservation'
    if (isRelayed || this.lacks('majority-reads')) {
      const written = structuredClone(document)
      this.#isRollingBack = true
      write(written)
      this.#isRollingBack = false
      this.#rolledBackWrites.set(document, { written, until: this.now + SEEN_FOR })
    }
    throw new Outage('a write was rolled back')
  }

  /** Appends an event to an outbox, within a `change` or before an insert. */
  emit(document: Outbox, content: Content): void {
    const event = this.#event(content)
    if (this.#isRollingBack) return void this.rolledBack.add(event)
    this.committed.add(event.id)
    const isFirst = document.lastEventAt === Number.NEGATIVE_INFINITY
    if (isFirst || !this.lacks('last-event-time')) document.lastEventAt = this.now
    if (this.lacks('outbox')) this.bus.unsaved.push(event)
    else document.outbox.push(event)
  }

  publish(event: Event): void {
    if (this.rolledBack.has(event))
      this.violate('no event of a rolled-back write is published', event.id)
    this.bus.publish(event)
  }

  /** Publishes what a document says, without an outbox. */
  publishAgain({ content, appendedAt }: PastEvent): void {
    this.publish({ ...this.#event(content), appendedAt })
  }

  #event(content: Content): Event {
    this.#events += 1
    return { ...content, id: `e${this.#events}`, appendedAt: this.now }
  }
}

import type { EventOf, Subject } from '@shop/shared/contracts'

/** The state of a product in the first publication of an event. */
export interface PublishedProduct {
  version: number
  title: string
  price: number
  quantity: number
  available: number
  archived: boolean
}

/** The events in the broker, each once. */
export interface Log {
  eventIds: Set<string>
  products: Map<string, PublishedProduct[]>
  placed: Set<string>
  /** Versions of cancellations by order. */
  cancelled: Map<string, number[]>
  captured: Set<string>
  voided: Set<string>
  refunded: Set<string>
  /** Refunds that orders asked for and how they ended, such as `id done`. */
  ended: Set<string>
  /** Payments whose goods were reserved, or sold out. */
  reserved: Set<string>
  rejected: Set<string>
}

type ProductEvent = EventOf<'product:updated'>
type Handlers = { [S in Subject]?: (log: Log, event: EventOf<S>) => void }

export function emptyLog(): Log {
  return {
    eventIds: new Set(),
    products: new Map(),
    placed: new Set(),
    cancelled: new Map(),
    captured: new Set(),
    voided: new Set(),
    refunded: new Set(),
    ended: new Set(),
    reserved: new Set(),
    rejected: new Set(),
  }
}

const HANDLERS: Handlers = {
  'product:created': addProduct,
  'product:updated': addProduct,
  'order:created': (log, { id }) => void log.placed.add(id),
  'order:cancelled': (log, { id, version }) => addTo(log.cancelled, id, version),
  'payment:created': (log, { id }) => void log.captured.add(id),
  'payment:cancelled': (log, { id }) => void log.voided.add(id),
  'inventory:reserved': (log, { paymentId }) => void log.reserved.add(paymentId),
  'inventory:rejected': (log, { paymentId }) => void log.rejected.add(paymentId),
  'payment:refunded': (log, { refundId }) => void log.refunded.add(refundId),
  'refund:ended': (log, { id, status }) => void log.ended.add(`${id} ${status}`),
}

/** Adds a message unless it is a duplicate or not an event. */
export function addEvent(log: Log, subject: Subject, text: string): void {
  // Most messages are duplicates, which need no parsing.
  const eventId = /"eventId":"([^"]+)"/.exec(text)?.[1]
  if (eventId === undefined || log.eventIds.has(eventId)) return
  const event = parsed(text)
  if (event === null) return
  log.eventIds.add(eventId)
  const handle = HANDLERS[subject] as ((log: Log, event: unknown) => void) | undefined
  handle?.(log, event)
}

function addProduct(log: Log, event: ProductEvent): void {
  const { version, title, quantity, available, archived } = event
  const price = Math.round(event.price * 100)
  addTo(log.products, event.id, { version, title, price, quantity, available, archived })
}

function addTo<V>(map: Map<string, V[]>, key: string, value: V): void {
  const values = map.get(key)
  if (values === undefined) map.set(key, [value])
  else values.push(value)
}

function parsed(text: string): EventOf<Subject> | null {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

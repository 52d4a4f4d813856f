import type { EventOf, Subject } from '@shop/shared/contracts'

/** A product as an event told it for the first time. */
export interface PublishedProduct {
  version: number
  title: string
  price: number
  quantity: number
  available: number
  archived: boolean
  correlationId: string
}

/** What the broker's channels hold, each event once. */
export interface Log {
  eventIds: Set<string>
  products: Map<string, PublishedProduct[]>
  /** Ids of orders that were placed. */
  placed: Set<string>
  /** The versions with which orders were cancelled. */
  cancelled: Map<string, number[]>
  /** Ids of payments whose money was taken. */
  captured: Set<string>
  /** Ids of payments that were given up. */
  voided: Set<string>
  /** Ids of refunds. */
  refunded: Set<string>
  /** What belongs to a checkout, not to a seller's request, bears one of these. */
  checkouts: Set<string>
}

type ProductEvent = EventOf<'product:updated'>
type Hear = { [S in Subject]?: (log: Log, event: EventOf<S>) => void }

/** A log that holds nothing yet. */
export function emptyLog(): Log {
  return {
    eventIds: new Set(),
    products: new Map(),
    placed: new Set(),
    cancelled: new Map(),
    captured: new Set(),
    voided: new Set(),
    refunded: new Set(),
    checkouts: new Set(),
  }
}

const HEAR: Hear = {
  'product:created': hearProduct,
  'product:updated': hearProduct,
  'order:created': (log, { id }) => void log.placed.add(id),
  'order:cancelled': (log, { id, version }) => append(log.cancelled, id, version),
  'payment:created': (log, { id }) => void log.captured.add(id),
  'payment:cancelled': (log, { id }) => void log.voided.add(id),
  'payment:refunded': (log, { refundId }) => void log.refunded.add(refundId),
}

/** Takes a message into the log, unless it was told before or is none of the shop's. */
export function hear(log: Log, subject: Subject, text: string): void {
  // Most messages are repetitions, which need not be parsed.
  const eventId = /"eventId":"([^"]+)"/.exec(text)?.[1]
  if (eventId === undefined || log.eventIds.has(eventId)) return
  const event = parsed(text)
  if (event === null) return
  log.eventIds.add(eventId)
  if (!subject.startsWith('product:')) log.checkouts.add(event.meta.correlationId)
  const listen = HEAR[subject] as ((log: Log, event: unknown) => void) | undefined
  listen?.(log, event)
}

function hearProduct(log: Log, event: ProductEvent): void {
  const { version, title, quantity, available, archived, meta } = event
  const price = Math.round(event.price * 100)
  const told = { version, title, price, quantity, available, archived }
  append(log.products, event.id, { ...told, correlationId: meta.correlationId })
}

function append<V>(map: Map<string, V[]>, key: string, value: V): void {
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

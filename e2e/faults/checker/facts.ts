import type { Log } from './log.ts'

/** How many of one product. */
export interface Line {
  productId: string
  quantity: number
}

/** A PaymentIntent with the sums of its money, in minor units as everywhere here. */
export interface Intent {
  paymentIntent: string
  orderId: string | null
  amount: number
  authorised: number
  captured: number
  released: number
  refunded: number
  refunds: { refundId: string | null; status: string }[]
}

export interface Order {
  id: string
  userId: string
  status: string
  total: number
  version: number
  /** Ids of the refunds that the order shows. */
  refunds: string[]
  /** The steps that it tells, as they came. */
  timeline: string[]
}

interface Refund {
  id: string
  amount: number
  items: Line[]
  restock: boolean
  state: string
}

export interface Payment {
  id: string
  orderId: string
  userId: string
  state: string
  total: number
  paymentIntentId: string | null
  refunds: Refund[]
}

export interface Reservation {
  paymentId: string
  orderId: string
  state: string
  items: Line[]
}

export interface Product {
  id: string
  title: string
  price: number
  quantity: number
  available: number
  archived: boolean
  version: number
  /** Ids of payments that hold some of it. */
  holds: string[]
  /** Ids of refunds whose goods came back. */
  restocked: string[]
  /** How many changes of stock the ledger does not have yet. */
  notedMoves: number
  /** Keys of its pictures, in order. */
  pictures: string[]
  /** Keys of pictures that orders may still show. */
  shown: string[]
}

export interface ProductCopy {
  title: string
  price: number
  available: number
  archived: boolean
  picture: string | null
  version: number
}

export interface OrderCopy {
  userId: string
  total: number
  status: string
  tombstone: boolean
}

export interface Cart {
  id: string
  applied: string[]
  mergedInto?: string
}

export interface OutboxEntry {
  /** The collection of the document that the event waits in. */
  from: string
  documentId: string
  eventId: string
  subject: string
  /** How often it was announced. */
  n: number
}

/** A member of a queue group, as the broker's monitor tells. */
interface Member {
  group: string
  lastSent: number
  pending: number
  isStalled: boolean
}

export interface Channel {
  subject: string
  lastSeq: number
  members: Member[]
}

/** What the databases hold. */
export interface Stored {
  orders: Map<string, Order>
  payments: Payment[]
  reservations: Reservation[]
  products: Product[]
  /** What sellers did to the stock of each product. */
  moves: Map<string, number[]>
  copies: { cart: Map<string, ProductCopy>; orders: Map<string, ProductCopy> }
  orderCopies: Map<string, OrderCopy>
  carts: Map<string, Cart>
  outboxes: OutboxEntry[]
  deadLetters: string[]
}

/** All that a look has seen. */
export interface Facts extends Stored {
  intents: Intent[]
  channels: Channel[]
  /** Keys of pictures that are not in the bucket. */
  missingPictures: Set<string>
  /** What the channels hold; null when the broker has lost some of it. */
  log: Log | null
}

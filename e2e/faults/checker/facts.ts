import type { Log } from './log.ts'
import type { Account, Mail, Message } from './mail-facts.ts'
import type { Line, Order, Payment } from './order-facts.ts'

export type { Line, Order, OrderRefund, Payment, Refund } from './order-facts.ts'

/** A PaymentIntent and its sums in minor units. */
export interface Intent {
  paymentIntent: string
  orderId: string | null
  amount: number
  authorised: number
  captured: number
  released: number
  refunded: number
  refunds: { id: string; refundId: string | null; amount: number; status: string }[]
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
  /** Ids of the payments that hold stock. */
  holds: string[]
  /** Ids of the refunds that restocked it. */
  restocked: string[]
  pictures: string[]
  /** Keys of pictures that orders may still show, deleted ones too. */
  shown: string[]
}

/** An entry of the stock ledger. */
export interface StockMove {
  id: string
  delta: number
  reason: string
  after: number
  version: number
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
  /** The document's collection. */
  from: string
  documentId: string
  eventId: string
  subject: string
}

/** A member of a queue group. */
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
  /** The stock ledger of each product, oldest first. */
  moves: Map<string, StockMove[]>
  copies: { cart: Map<string, ProductCopy>; orders: Map<string, ProductCopy> }
  orderCopies: Map<string, OrderCopy>
  carts: Map<string, Cart>
  accounts: Account[]
  messages: Message[]
  outboxes: OutboxEntry[]
  deadLetters: string[]
}

/** Everything that the checks compare. */
export interface Facts extends Stored {
  intents: Intent[]
  channels: Channel[]
  /** Every copy of every mail in the mailbox. */
  mails: Mail[]
  readAt: Date
  /** Keys of pictures that are not in the bucket. */
  missingPictures: Set<string>
  /** The broker's messages; null when it lost some. */
  log: Log | null
}

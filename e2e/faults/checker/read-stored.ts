import { SERVICES, type ServiceName } from '@shop/shared/contracts'
import { type Database } from '../../tools/stack-databases.ts'
import type {
  Cart,
  Order,
  OrderCopy,
  OrderRefund,
  OutboxEntry,
  Payment,
  Reservation,
  Stored,
} from './facts.ts'
import { readAccounts, readMessages } from './read-mails.ts'
import { readProducts } from './read-products.ts'
import { byId, rows } from './rows.ts'

export type Databases = Record<ServiceName, Database>

const OUTBOXES: [ServiceName, string][] = [
  ['auth', 'users'],
  ['auth', 'sessions'],
  ['products', 'products'],
  ['products', 'reservations'],
  ['products', 'moderations'],
  ['orders', 'orders'],
  ['payments', 'payments'],
]

/** Reads the services' databases. */
export async function readStored(databases: Databases): Promise<Stored> {
  const { auth, products, cart, orders, payments, notifications } = databases
  const cartFields = ['applied', 'mergedInto'] as const
  const copyFields = ['userId', 'total', 'status', 'tombstone'] as const
  const paymentFields = [
    'orderId',
    'userId',
    'state',
    'total',
    'paymentIntentId',
    'refunds',
  ] as const
  return {
    ...(await readProducts(databases)),
    orders: byId(await readOrders(orders)),
    payments: await rows<Payment>(payments, 'payments', paymentFields),
    reservations: await readReservations(products),
    orderCopies: byId(await rows<OrderCopy>(payments, 'orders', copyFields)),
    carts: byId(await rows<Cart>(cart, 'carts', cartFields)),
    accounts: await readAccounts(auth),
    messages: await readMessages(notifications),
    outboxes: (await Promise.all(OUTBOXES.map((of) => readOutbox(databases, of)))).flat(),
    deadLetters: (
      await Promise.all(SERVICES.map((name) => readDeadLetters(databases, name)))
    ).flat(),
  }
}

type Rest = 'parcels' | 'returns' | 'refunds' | 'timeline'

interface StoredOrder extends Omit<Order, Rest>, Partial<Pick<Order, 'parcels' | 'returns'>> {
  refunds: (Pick<OrderRefund, 'id' | 'amount'> & Partial<OrderRefund>)[]
  timeline: { what: string }[]
}

async function readOrders(orders: Database): Promise<Order[]> {
  const fields = [
    'userId',
    'email',
    'createdAt',
    'status',
    'total',
    'version',
    'items',
    'parcels',
    'returns',
    'refunds',
    'timeline',
  ] as const
  const found = await rows<StoredOrder>(orders, 'orders', fields)
  return found.map(({ parcels = [], returns = [], ...order }) => ({
    ...order,
    parcels,
    returns,
    refunds: order.refunds.map((refund) => ({ lines: [], status: 'Done', ...refund })),
    timeline: order.timeline.map(({ what }) => what),
  }))
}

async function readReservations(products: Database): Promise<Reservation[]> {
  const found = await rows<Omit<Reservation, 'paymentId'>>(products, 'reservations', [
    'orderId',
    'state',
    'items',
  ])
  return found.map(({ id, ...reservation }) => ({ ...reservation, paymentId: id }))
}

interface WithOutbox {
  _id: unknown
  outbox: { id: string; subject: string }[]
}

async function readOutbox(databases: Databases, [service, collection]: [ServiceName, string]) {
  const found = await databases[service]
    .collection(collection)
    .find<WithOutbox>(
      { outboxAt: { $exists: true } },
      { projection: { 'outbox.id': 1, 'outbox.subject': 1 } },
    )
    .toArray()
  return found.flatMap(({ _id, outbox }) =>
    outbox.map(({ id, subject }): OutboxEntry => {
      return { from: collection, documentId: String(_id), eventId: id, subject }
    }),
  )
}

interface DeadLetter {
  subject: string
  error: string
}

async function readDeadLetters(databases: Databases, service: ServiceName): Promise<string[]> {
  const letters = await rows<DeadLetter>(databases[service], 'deadletters', ['subject', 'error'])
  return letters.map(({ id, subject, error }) => `${id} of ${service}: ${subject} ${error}`)
}

import mongoose, { type Connection } from 'mongoose'
import { StackFailure } from '../stack/system/failure.ts'
import { until } from '../stack/system/until.ts'
import type { Databases } from './databases.ts'

const WITHIN_MS = 60_000
const EVERY_MS = 10

/** What a measurement has changed in the shop. */
export interface Changed {
  orderIds: readonly string[]
  productIds: readonly string[]
}

/** Waits until paid orders are complete and nothing that they caused is under way; throws after a minute. */
export async function waitUntilSettled(databases: Databases, changed: Changed): Promise<void> {
  await waitUntilNone(() => unsettled(databases, changed))
}

/** Waits until payments knows orders and every service the products; throws after a minute. */
export async function waitUntilKnown(databases: Databases, changed: Changed): Promise<void> {
  const { orderIds } = changed
  await waitUntilNone(async () => {
    const known = await countOf(databases.payments, 'orders', { _id: { $in: orderIds } })
    if (known < orderIds.length) return `payments knows ${known} of ${orderIds.length} orders`
    return outdatedCopy(databases, changed)
  })
}

async function waitUntilNone(obstacle: () => Promise<string | null>): Promise<void> {
  let last: string | null = null
  const isDone = async () => (last = await obstacle()) === null
  if (!(await until(isDone, { withinMs: WITHIN_MS, everyMs: EVERY_MS })))
    throw new StackFailure(`the shop did not settle within a minute: ${last}`)
}

/** The first condition that does not hold yet, cheapest and last to come true first. */
export async function unsettled(databases: Databases, changed: Changed): Promise<string | null> {
  const { orders, payments, products } = databases
  const { orderIds, productIds } = changed
  const count = orderIds.length
  const isOrder = { _id: { $in: objectIds(orderIds) } }
  const complete = await countOf(orders, 'orders', { ...isOrder, status: 'Complete' })
  if (complete < count) return `${complete} of ${count} orders are complete`
  const paid = await payments
    .collection('payments')
    .find({ orderId: { $in: orderIds } }, { projection: { _id: 1 } })
    .toArray()
  const isPayment = { _id: { $in: paid.map(({ _id }) => _id) } }
  const committed = await countOf(products, 'reservations', { ...isPayment, state: 'Committed' })
  if (committed < count) return `${committed} of ${count} reservations are committed`
  const isProduct = { _id: { $in: objectIds(productIds) } }
  const pending =
    (await pendingIn(orders, 'orders', isOrder)) +
    (await pendingIn(payments, 'payments', isPayment)) +
    (await pendingIn(products, 'reservations', isPayment)) +
    (await pendingIn(products, 'products', isProduct))
  if (pending > 0) return `${pending} documents have unpublished events`
  return outdatedCopy(databases, changed)
}

async function outdatedCopy(
  { products, cart, orders }: Databases,
  { productIds }: Changed,
): Promise<string | null> {
  const originals = await versionsOf(products, { _id: { $in: objectIds(productIds) } })
  for (const [name, database] of Object.entries({ cart, orders })) {
    const copies = await versionsOf(database, { _id: { $in: productIds } })
    const outdated = productIds.filter((id) => copies.get(id) !== originals.get(id))
    if (outdated.length > 0) return `${outdated.length} copies of products in ${name} are outdated`
  }
  return null
}

async function versionsOf(database: Connection, filter: object): Promise<Map<string, number>> {
  const found = database
    .collection<{ _id: unknown; version: number }>('products')
    .find(filter, { projection: { version: 1 } })
  return new Map((await found.toArray()).map(({ _id, version }) => [String(_id), version]))
}

// A commit that repeats its events keeps published ones in the outbox, with the number of times in `n`.
function pendingIn(database: Connection, collection: string, filter: object): Promise<number> {
  const outbox = { $elemMatch: { n: { $in: [0, null] } } }
  return countOf(database, collection, { ...filter, outbox })
}

const countOf = (database: Connection, collection: string, filter: object) =>
  database.collection(collection).countDocuments(filter)

const objectIds = (ids: readonly string[]) => ids.map((id) => new mongoose.Types.ObjectId(id))

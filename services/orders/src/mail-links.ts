import type { OrderEvent } from './domain/order-events.ts'
import type { OrderRepository } from './order-repository.ts'

const HOUR_MS = 3600 * 1000
const MAX_ORDERS = 20

/** Asks for a mail with the links of the orders that have this number and address, at most once an hour. */
export async function mailLinks(
  orders: OrderRepository,
  number: string,
  email: string,
): Promise<void> {
  const found = await orders.model.find({ number, email }).limit(MAX_ORDERS).lean()
  const [first] = found
  if (first === undefined) return
  const now = new Date()
  const wasLongAgo = { findMailedAt: { $not: { $gt: new Date(now.getTime() - HOUR_MS) } } }
  const event: OrderEvent = {
    subject: 'mail:asked',
    data: {
      kind: 'find',
      to: email,
      orderIds: found.map(({ _id }) => _id.toString()),
      happenedAt: now.toISOString(),
    },
  }
  await orders.append(first, wasLongAgo, event, { findMailedAt: now })
}

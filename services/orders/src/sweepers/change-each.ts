import { changeOrder, type Decide } from '../change-order.ts'
import type { OrderRepository } from '../order-repository.ts'

const BATCH = 100

/** Changes each order that matches, some at a time; the rest follows at the next interval. */
export async function changeEach(
  orders: OrderRepository,
  filter: Record<string, unknown>,
  decide: Decide,
): Promise<void> {
  const found = await orders.model.find(filter, { _id: 1 }).limit(BATCH).lean()
  for (const { _id } of found)
    await changeOrder(orders, () => orders.findById(_id.toString()), decide)
}

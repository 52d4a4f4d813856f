import { CONFLICT, retryOnConflict } from '@shop/shared/async'
import { ShopError, notFound } from '@shop/shared/contracts'
import type { Change, PaidOrder } from './domain/after-sale.ts'
import type { OrderDocument } from './order-document.ts'
import type { OrderRepository } from './order-repository.ts'
import { toPaidOrder } from './paid-order.ts'

const MAX_TRIES = 5

/** Decides on a change of the order as it was read now; null when there is nothing to change. */
export type Decide = (order: PaidOrder, now: Date) => Change | null

/** Reads, decides and writes, guarded by the version read; again when another write came first. Throws `not-found`, and `unavailable` after 5 tries. */
export function changeOrder(
  orders: OrderRepository,
  read: () => Promise<OrderDocument | null>,
  decide: Decide,
): Promise<OrderDocument> {
  let tries = 0
  return retryOnConflict(async () => {
    tries += 1
    if (tries > MAX_TRIES) throw new ShopError('unavailable', 'Please try again')
    const order = await read()
    if (order === null) throw notFound('Order')
    const now = new Date()
    const change = decide(toPaidOrder(order, now), now)
    if (change === null) return order
    return (await orders.change(order, change)) ?? CONFLICT
  })
}

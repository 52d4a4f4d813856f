import { CONFLICT, retryOnConflict } from '@shop/shared/async'
import { cancel, isFinal, type Cancellation } from './domain/order.ts'
import type { OrderDocument } from './order-document.ts'
import type { OrderRepository } from './order-repository.ts'

/** Cancels an order while it is open; null when it has ended. */
export function cancelOpen(
  orders: OrderRepository,
  id: string,
  cancellation: Cancellation,
): Promise<OrderDocument | null> {
  return retryOnConflict(async () => {
    const order = await orders.findById(id)
    if (order === null || isFinal(order.status)) return null
    return (await orders.apply(id, cancel(order, cancellation))) ?? CONFLICT
  })
}

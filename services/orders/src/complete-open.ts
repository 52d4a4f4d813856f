import { CONFLICT, retryOnConflict } from '@shop/shared/async'
import { complete, completeWithSteps, isFinal, type Completion } from './domain/order.ts'
import type { OrderDocument } from './order-document.ts'
import type { OrderRepository } from './order-repository.ts'

/** Completes an order while it is open; null when it has ended. Reads it only if its timeline lacks a step. */
export async function completeOpen(
  orders: OrderRepository,
  id: string,
  completion: Completion,
): Promise<OrderDocument | null> {
  const completed = await orders.apply(id, complete(completion))
  if (completed !== null || completion.steps.entries.length === 0) return completed
  return retryOnConflict(async () => {
    const order = await orders.findById(id)
    if (order === null || isFinal(order.status)) return null
    return (await orders.apply(id, completeWithSteps(order, completion))) ?? CONFLICT
  })
}

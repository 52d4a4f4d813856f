import { listener } from '@shop/shared/events'
import type { OrderCopy } from '../order-copy.ts'

/** Keeps the copy of the orders. */
export const onOrderCreated = (orders: OrderCopy) =>
  listener('order:created', (event) => orders.writeCreated(event))

import { listener } from '@shop/shared/events'
import type { OrderCopy } from '../order-copy.ts'

export const onOrderCreated = (orders: OrderCopy) =>
  listener('order:created', (event) => orders.writeCreated(event))

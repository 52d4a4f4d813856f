import { listener } from '@shop/shared/events'
import type { OrderRepository } from '../order-repository.ts'

/** Notes that the goods are held. */
export const onInventoryReserved = (orders: OrderRepository) =>
  listener('inventory:reserved', async ({ orderId, meta }) => {
    await orders.note(orderId, 'reserved', new Date(meta.at))
  })

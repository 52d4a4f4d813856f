import { listener } from '@shop/shared/events'
import type { OrderRepository } from '../order-repository.ts'

export const onInventoryReserved = (orders: OrderRepository) =>
  listener('inventory:reserved', async ({ orderId, meta }) => {
    await orders.record(orderId, { at: new Date(meta.at), what: 'reserved' })
  })

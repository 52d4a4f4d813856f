import { listener } from '@shop/shared/events'
import type { OrderRepository } from '../order-repository.ts'

/** Notes that the money is held, and on which card. */
export const onPaymentAuthorized = (orders: OrderRepository) =>
  listener('payment:authorized', async ({ orderId, brand, last4, meta }) => {
    await orders.note(orderId, 'authorized', new Date(meta.at), { payment: { brand, last4 } })
  })

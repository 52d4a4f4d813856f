import { listener } from '@shop/shared/events'
import type { OrderRepository } from '../order-repository.ts'

export const onPaymentAuthorized = (orders: OrderRepository) =>
  listener('payment:authorized', async ({ orderId, brand, last4, meta }) => {
    const entry = { at: new Date(meta.at), what: 'authorized' } as const
    await orders.record(orderId, entry, { payment: { brand, last4 } })
  })

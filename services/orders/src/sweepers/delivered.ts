import { DELIVERY_MS } from '@shop/shared/contracts'
import type { Sweeper } from '@shop/shared/service'
import { receiveOverdue } from '../domain/parcel.ts'
import type { OrderRepository } from '../order-repository.ts'
import { changeEach } from './change-each.ts'

/** Parcels that were sent two weeks ago count as delivered. */
export const sweepDelivered = (orders: OrderRepository): Sweeper => ({
  name: 'delivered',
  run: () => {
    const before = new Date(Date.now() - DELIVERY_MS)
    const isOverdue = { status: 'Sent', sentAt: { $lte: before } }
    const filter = { 'parcels.status': 'Sent', parcels: { $elemMatch: isOverdue } }
    return changeEach(orders, filter, receiveOverdue)
  },
})

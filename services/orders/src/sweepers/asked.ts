import type { Sweeper } from '@shop/shared/service'
import type { OrderRepository } from '../order-repository.ts'
import { republishAsked } from '../republish-event.ts'

const WAIT_MS = 10 * 60 * 1000
const BATCH = 100

/** Refunds without an outcome for ten minutes are asked for again: payments answers a known one with its outcome. */
export const sweepAsked = (orders: OrderRepository): Sweeper => ({
  name: 'asked',
  async run() {
    const before = new Date(Date.now() - WAIT_MS)
    const isLate = { status: 'Asked', at: { $lt: before } }
    const found = await orders.model
      .find({ 'refunds.status': 'Asked', refunds: { $elemMatch: isLate } })
      .limit(BATCH)
      .lean()
    for (const order of found) await republishAsked(orders, order, before)
  },
})

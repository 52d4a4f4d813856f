import { ORDER_LIFE_MS } from '@shop/shared/contracts'
import type { Sweeper } from '@shop/shared/service'
import { cancelOpen } from '../cancel-open.ts'
import type { OrderRepository } from '../order-repository.ts'

const BATCH = 100

export function sweepExpired(orders: OrderRepository): Sweeper {
  return {
    name: 'expired',
    async run() {
      const now = Date.now()
      for (const id of await orders.openBefore(new Date(now - ORDER_LIFE_MS), BATCH))
        await cancelOpen(orders, id, { reason: 'expired', at: new Date(now) })
    },
  }
}

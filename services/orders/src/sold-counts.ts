import type { SoldCounts } from '@shop/shared/contracts'
import type { Lister } from './domain/list-keys.ts'
import type { OrderReads } from './order-reads.ts'

/** How many paid orders a lister has under each status. */
export async function soldCounts(orders: OrderReads, lister: Lister): Promise<SoldCounts> {
  const [toSend, sent, delivered, cancelled, returns, refunded, failed] = await Promise.all([
    orders.countSold(lister, 'to-send'),
    orders.countSold(lister, 'sent'),
    orders.countSold(lister, 'delivered'),
    orders.countSold(lister, 'cancelled'),
    orders.countSold(lister, 'returns'),
    orders.countSold(lister, 'refunded'),
    orders.countSold(lister, 'failed'),
  ])
  return { toSend, sent, delivered, cancelled, returns, refunded, failed }
}

import { listener } from '@shop/shared/events'
import { toLines } from '../domain/reservation.ts'
import { commitSale } from '../stock/commit-sale.ts'
import type { StockDeps } from '../stock/deps.ts'

/** A refund implies a capture: commits the sale first, then restocks the goods. */
export function onPaymentRefunded(deps: StockDeps) {
  return listener('payment:refunded', async ({ id, refundId, items, restock }) => {
    const isSold = await commitSale(deps, id)
    if (!isSold || !restock) return
    for (const line of toLines(items)) await deps.stock.restock(line, refundId)
  })
}

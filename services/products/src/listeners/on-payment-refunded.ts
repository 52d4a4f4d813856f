import { listener } from '@shop/shared/events'
import { toLines } from '../domain/reservation.ts'
import { commitSale } from '../stock/commit-sale.ts'
import type { StockDeps } from '../stock/deps.ts'

/** Money was given back, so it had been taken: the sale is booked first, then its goods come back. */
export function onPaymentRefunded(deps: StockDeps) {
  return listener('payment:refunded', async ({ id, refundId, items, restock }) => {
    const isSold = await commitSale(deps, id)
    if (!isSold || !restock) return
    for (const line of toLines(items)) await deps.stock.restock(line, refundId)
  })
}

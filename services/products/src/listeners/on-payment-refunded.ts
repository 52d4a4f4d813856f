import { listener } from '@shop/shared/events'
import { commitSale } from '../stock/commit-sale.ts'
import type { StockDeps } from '../stock/deps.ts'
import { restock } from '../stock/restock.ts'

/** A refund implies a capture: commits the sale first, then restocks the goods. */
export function onPaymentRefunded(deps: StockDeps) {
  return listener('payment:refunded', async (refund) => {
    const isSold = await commitSale(deps, refund.id)
    if (isSold && refund.restock) await restock(deps, refund)
  })
}

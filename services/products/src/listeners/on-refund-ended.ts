import { listener } from '@shop/shared/events'
import type { StockDeps } from '../stock/deps.ts'
import { restock } from '../stock/restock.ts'

/**
 * Money is given back for goods that were sold; the sale may still have to be committed, which changes nothing here.
 * A reversed refund was made before, so its goods are back; a broker that lost its store gets nothing else of it.
 */
export function onRefundEnded(deps: StockDeps) {
  return listener('refund:ended', async ({ id, orderId, items, restock: isBack, status }) => {
    if (isBack && status !== 'failed') await restock(deps, { refundId: id, orderId, items })
  })
}

import { listener } from '@shop/shared/events'
import { commitSale } from '../stock/commit-sale.ts'
import type { StockDeps } from '../stock/deps.ts'

/** The payment was captured: its holds become a sale. */
export function onPaymentCreated(deps: StockDeps) {
  return listener('payment:created', async ({ id }) => {
    await commitSale(deps, id)
  })
}

import { listener } from '@shop/shared/events'
import { commitSale } from '../stock/commit-sale.ts'
import type { StockDeps } from '../stock/deps.ts'

/** Money is taken: the goods that were held for it are sold. */
export function onPaymentCreated(deps: StockDeps) {
  return listener('payment:created', async ({ id }) => {
    await commitSale(deps, id)
  })
}

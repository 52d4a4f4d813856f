import { listener } from '@shop/shared/events'
import { bookSale } from '../stock/book-sale.ts'
import type { StockDeps } from '../stock/deps.ts'

/** Money is taken: the goods that were held for it are sold. */
export function onPaymentCreated(deps: StockDeps) {
  return listener('payment:created', async ({ id }) => {
    await bookSale(deps, id)
  })
}

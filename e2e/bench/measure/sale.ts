import { withProgress } from '../../stack/system/progress.ts'
import { withDatabases } from '../databases.ts'
import type { SaleEffort } from '../effort.ts'
import type { Figure } from '../figure.ts'
import { LoadProcess } from '../load/load-process.ts'
import type { Sale } from '../sale.ts'
import type { Shop } from '../shop.ts'
import { measureCheckouts } from './checkouts.ts'
import { measureCounts } from './counts.ts'
import { measureIdle } from './idle.ts'
import { measureLastPieces } from './last-pieces.ts'
import { runCheckouts } from './run-checkouts.ts'

/** Measures everything about selling, and what the shop costs when it is idle afterwards. */
export async function measureSale(
  shop: Shop,
  productIds: readonly string[],
  effort: SaleEffort,
): Promise<Figure[]> {
  const { cart, orders, payments } = shop.services
  const urls = { cart: cart.url, orders: orders.url, payments: payments.url }
  const load = new LoadProcess()
  try {
    const figures = await withDatabases(shop, async (databases) => {
      const sale: Sale = { shop, databases, load, urls, productIds }
      await withProgress('warming up', () => runCheckouts(sale, effort.warmUp, 10))
      return [
        ...(await withProgress('measuring checkouts', () => measureCheckouts(sale, effort))),
        ...(await withProgress('counting the work of checkouts', () =>
          measureCounts(sale, effort),
        )),
        ...(await withProgress('selling the last piece', () => measureLastPieces(sale, effort))),
      ]
    })
    return [...figures, ...(await withProgress('measuring idle', () => measureIdle(shop, effort)))]
  } finally {
    load.stop()
  }
}

import { dayAfter, shopDay } from '@shop/shared/contracts'
import type { Api } from '../../api/client.server.ts'
import { listSoldOrders, sumUpSales } from '../../api/orders.server.ts'
import { listProducts } from '../../api/products.server.ts'
import { lowStockOf } from '../low-stock.server.ts'
import type { Period } from './period.ts'
import { sumsOf } from './sums.ts'

const RECENT = 6
const LOW = 5

/** What the dashboard of a seller shows: sales of the last days, in UTC. */
export async function loadDashboard(api: Api, seller: string, period: Period) {
  const now = new Date()
  const to = now.toISOString().slice(0, 10)
  const threshold = await lowStockOf(api)
  const low = new URLSearchParams({ seller, low: String(threshold), limit: String(LOW) })
  const [{ days, ...sales }, recent, lowStock] = await Promise.all([
    sumUpSales(api, { from: dayAfter(to, 1 - period), to }),
    listSoldOrders(api, {}, null, RECENT),
    listProducts(api, low),
  ])
  return {
    period,
    sales,
    bars: sumsOf(days),
    today: shopDay(now),
    recent: recent.items,
    threshold,
    low: lowStock.items
      .map(({ id, title, imageUrl, quantity, available }) => ({
        id,
        title,
        imageUrl,
        quantity,
        available,
      }))
      .toSorted((a, b) => a.available - b.available),
  }
}

export type Dashboard = Awaited<ReturnType<typeof loadDashboard>>

import { shopDay, type SoldOrderResponse } from '@shop/shared/contracts'
import type { Api } from '../../api/client.server.ts'
import { listSoldOrders, sumUpSales } from '../../api/orders.server.ts'
import { listProducts } from '../../api/products.server.ts'
import { lowStockOf } from '../low-stock.server.ts'
import { isLate, sendBy } from '../waiting.ts'

const DAY_MS = 24 * 3600 * 1000
const DAYS = 30
const RECENT = 6
const LOW = 5
const DUE = 50

/** What the dashboard of a seller shows. */
export async function loadDashboard(api: Api, seller: string) {
  const now = Date.now()
  const dayUtc = (ago: number) => new Date(now - ago * DAY_MS).toISOString().slice(0, 10)
  const threshold = await lowStockOf(api)
  const low = new URLSearchParams({ seller, low: String(threshold), limit: String(LOW) })
  const [sales, due, recent, lowStock] = await Promise.all([
    sumUpSales(api, { from: dayUtc(DAYS - 1), to: dayUtc(0) }),
    listSoldOrders(api, { status: 'to-send' }, null, DUE),
    listSoldOrders(api, {}, null, RECENT),
    listProducts(api, low),
  ])
  const today = shopDay(new Date(now))
  return {
    sales,
    today,
    late: due.items.filter((order) => isLate(order, today)).length,
    dueToday: due.items.filter((order: SoldOrderResponse) => sendBy(order) === today).length,
    recent: recent.items,
    threshold,
    low: lowStock.items.map(({ id, title, imageUrl, quantity, available }) => ({
      id,
      title,
      imageUrl,
      quantity,
      available,
    })),
  }
}

export type Dashboard = Awaited<ReturnType<typeof loadDashboard>>

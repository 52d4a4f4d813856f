import { requireUser, sessionOf } from '@shop/shared/auth'
import {
  SalesQuery,
  dayAfter,
  pictureUrl,
  toDecimal,
  type SalesResponse,
} from '@shop/shared/contracts'
import { createHandlers, validQuery } from '@shop/shared/http'
import type { Deps } from '../deps.ts'
import { Sales, periodBefore, sumOf, type Figures } from '../domain/sales.ts'
import { countDue } from '../due-parcels.ts'
import type { OrderDocument } from '../order-document.ts'
import { toRefunds } from '../paid-order.ts'
import { soldCounts } from '../sold-counts.ts'

/** `GET /api/orders/sold/summary` */
export function sumUpSales({ orders, mediaUrl }: Deps) {
  return createHandlers(requireUser, validQuery(SalesQuery), async (c) => {
    const { sub } = sessionOf(c)
    const { from, to } = c.req.valid('query')
    const before = periodBefore({ from, to })
    const interval = { start: new Date(before.from), end: new Date(dayAfter(to, 1)) }
    const [sales, counts, due] = await Promise.all([
      addUp(new Sales(sub, { from, to }), orders.salesOf(sub, interval)),
      soldCounts(orders, sub),
      countDue(orders, sub, new Date()),
    ])
    const days = sales.days({ from, to })
    const response: SalesResponse = {
      from,
      to,
      ...toAmounts(sumOf(days)),
      previous: { ...before, ...toAmounts(sumOf(sales.days(before))) },
      days: days.map(({ day, ...figures }) => ({ day, ...toAmounts(figures) })),
      bestsellers: sales.bestsellers().map(({ picture, revenue, ...product }) => ({
        ...product,
        imageUrl: pictureUrl(mediaUrl, picture),
        revenue: toDecimal(revenue),
      })),
      counts,
      due,
    }
    return c.json(response)
  })
}

type Sold = Pick<OrderDocument, 'items' | 'completedAt' | 'refunds'>

async function addUp(sales: Sales, sold: AsyncIterable<Sold>): Promise<Sales> {
  for await (const order of sold) sales.add({ ...order, refunds: toRefunds(order.refunds) })
  return sales
}

function toAmounts({ orders, units, revenue, refunds }: Figures) {
  return { orders, units, revenue: toDecimal(revenue), refunds: toDecimal(refunds) }
}

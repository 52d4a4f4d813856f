import { EXAMPLE_IDS } from '../example-ids.ts'
import { imageUrl } from '../products/examples.ts'
import type { SalesResponse } from './sales-schemas.ts'
import type { SoldCounts } from './sold-schemas.ts'

export const counts: SoldCounts = {
  toSend: 1,
  sent: 2,
  delivered: 5,
  cancelled: 0,
  returns: 1,
  refunded: 1,
  failed: 0,
}

const NOTHING = { orders: 0, units: 0, revenue: 0, refunds: 0 }
const sold = { orders: 1, units: 2, revenue: 49, refunds: 0 }

export const sales: SalesResponse = {
  from: '2026-11-28',
  to: '2026-11-29',
  ...sold,
  previous: { from: '2026-11-26', to: '2026-11-27', ...NOTHING },
  days: [
    { day: '2026-11-28', ...NOTHING },
    { day: '2026-11-29', ...sold },
  ],
  bestsellers: [
    { productId: EXAMPLE_IDS.product, title: 'Teapot', imageUrl, units: 2, revenue: 49 },
  ],
  counts,
  due: { late: 0, today: 1 },
}

export const csv =
  'date,number,product,quantity,price,refunded,name,city,country\r\n2026-11-29,7F4M-83,Teapot,2,24.5,0,Ann Smith,Springfield,US\r\n'

import { requireUser, sessionOf } from '@shop/shared/auth'
import { orderNumber, toDecimal } from '@shop/shared/contracts'
import { createHandlers, csvFile, csvRow } from '@shop/shared/http'
import type { Deps } from '../deps.ts'
import { isAddressShown } from '../domain/parcel.ts'
import { refundedLines } from '../domain/refunded-lines.ts'
import type { OrderDocument } from '../order-document.ts'
import type { OrderRepository } from '../order-repository.ts'
import { toPaidOrder } from '../paid-order.ts'

const COLUMNS = [
  'date',
  'number',
  'product',
  'quantity',
  'price',
  'refunded',
  'name',
  'city',
  'country',
]
/** `GET /api/orders/sold/export.csv` */
export function exportSold({ orders }: Deps) {
  return createHandlers(requireUser, (c) =>
    csvFile(c, 'orders.csv', allRows(orders, sessionOf(c).sub)),
  )
}

async function* allRows(orders: OrderRepository, sellerId: string) {
  yield csvRow(COLUMNS)
  for await (const order of orders.allSold(sellerId)) yield rowsOf(order, sellerId)
}

function rowsOf(order: OrderDocument, sellerId: string): string {
  const { _id, completedAt, createdAt, address } = order
  const date = (completedAt ?? createdAt).toISOString().slice(0, 10)
  const now = new Date()
  const {
    name = '',
    city = '',
    country = '',
  } = address && isAddressShown(order, sellerId, now) ? address : {}
  return refundedLines(toPaidOrder(order, now), sellerId)
    .map(({ line: { title, quantity, price }, refunded }) =>
      csvRow([
        date,
        orderNumber(_id.toString()),
        title,
        quantity,
        toDecimal(price),
        toDecimal(refunded),
        name,
        city,
        country,
      ]),
    )
    .join('')
}

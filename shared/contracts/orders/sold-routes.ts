import * as v from 'valibot'
import { routesOf, withBody, withCsv } from '../route.ts'
import { soldOrder } from './examples.ts'
import { SalesQuery, SalesResponse } from './sales-schemas.ts'
import { SoldOrderResponse } from './schemas.ts'
import * as examples from './sold-examples.ts'
import { ListSoldQuery, SoldPageResponse } from './sold-schemas.ts'

const route = routesOf('orders')

/** What a seller reads about all of their orders. */
export const SOLD_ROUTES = [
  route('GET', '/api/orders/sold', 'user', 'List sold orders', {
    description:
      'Orders of the caller’s products: only their own lines, without the buyer’s email address; the shipping address once the order is complete, until 90 days after the delivery. Parcels to send come in the order in which they are due, all other orders newest first. Without parameters: an array of the newest 100. With any: a page.',
    query: ListSoldQuery,
    example: { query: { status: 'to-send', limit: '10' } },
    responses: {
      200: withBody(v.union([v.array(SoldOrderResponse), SoldPageResponse]), {
        items: [soldOrder],
        nextCursor: null,
        counts: examples.counts,
      }),
    },
    problems: ['validation', 'unauthenticated', 'forbidden'],
  }),
  route('GET', '/api/orders/sold/summary', 'user', 'Sum up my sales', {
    description:
      'At most 366 days, both included, and as many days before them to compare with. An order counts with the caller’s lines on the UTC day on which it was paid, a refund without its shipping on the day on which it was made. `counts` is what waits now; `due` is how many of the parcels to send should have been sent before today, and how many have to be sent today.',
    query: SalesQuery,
    example: { query: { from: '2026-11-28', to: '2026-11-29' } },
    responses: { 200: withBody(SalesResponse, examples.sales) },
    problems: ['validation', 'unauthenticated', 'forbidden'],
  }),
  route('GET', '/api/orders/sold/export.csv', 'user', 'Export sold orders', {
    description:
      'All paid orders, newest first: a row for each of the caller’s lines. The texts of buyers cannot be read as formulas.',
    responses: { 200: withCsv(examples.csv) },
    problems: ['unauthenticated', 'forbidden'],
  }),
]

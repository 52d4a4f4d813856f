import * as v from 'valibot'
import { routesOf, withBody } from '../route.ts'
import { soldOrder } from './examples.ts'
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
]

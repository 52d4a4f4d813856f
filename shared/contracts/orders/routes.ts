import * as v from 'valibot'
import { pageQuery } from '../page.ts'
import { BODY_PROBLEMS, WRITE_PROBLEMS, pageOf, routesOf, withBody } from '../route.ts'
import { AFTER_SALE_ROUTES } from './after-sale-routes.ts'
import * as examples from './examples.ts'
import { ChangeAddressBody, OrderResponse, PlaceOrderBody } from './schemas.ts'
import { SOLD_ROUTES } from './sold-routes.ts'
import { STAFF_ROUTES } from './staff-routes.ts'

const route = routesOf('orders')
const order = withBody(OrderResponse, examples.order)
const query = v.strictObject(pageQuery)
const example = { query: { limit: '10' } }
const LIST = 'Newest first. Without parameters: an array of the newest 100. With any: a page.'

export const ORDERS_ROUTES = [
  ...AFTER_SALE_ROUTES,
  ...SOLD_ROUTES,
  ...STAFF_ROUTES,
  route('POST', '/api/orders', 'session', 'Place an order', {
    description:
      'Takes titles and prices from the catalogue. A line with a `price` that is no longer current is refused. With an address, shipping is added; a guest then has to give an email address.',
    headers: {
      'Idempotency-Key':
        'Requests with the same key and body return the same order while it is unpaid: 1 to 255 characters.',
    },
    body: PlaceOrderBody,
    perHour: 30,
    example: { body: examples.newOrder },
    responses: { 201: order },
    problems: [
      ...BODY_PROBLEMS,
      'unauthenticated',
      'not-found',
      'price-changed',
      'sold-out',
      'idempotency-mismatch',
    ],
  }),
  route('GET', '/api/orders', 'session', 'List my orders', {
    description: LIST,
    query,
    example,
    responses: {
      200: withBody(pageOf(OrderResponse), { items: [examples.order], nextCursor: null }),
    },
    problems: ['validation', 'unauthenticated'],
  }),
  route('GET', '/api/orders/:id/events', 'owner', 'Follow an order', {
    description:
      'Server-sent events: one `order` event now and one after each change. A comment every 15 s keeps the connection open. The stream ends when the order is final.',
    events: { order: OrderResponse },
    responses: { 200: withBody(v.string(), examples.stream) },
    problems: ['unauthenticated', 'not-found'],
  }),
  route('GET', '/api/orders/:id', 'owner', 'Get an order', {
    responses: { 200: order },
    problems: ['unauthenticated', 'not-found'],
  }),
  route('PUT', '/api/orders/:id/address', 'owner', 'Change the shipping address', {
    description: 'Only for unpaid orders. Lines and prices stay the same.',
    body: ChangeAddressBody,
    example: { body: examples.newAddress },
    responses: { 200: withBody(OrderResponse, examples.readdressedOrder) },
    problems: [...BODY_PROBLEMS, 'unauthenticated', 'not-found', 'order-final'],
  }),
  route('DELETE', '/api/orders/:id', 'owner', 'Cancel an order', {
    description: 'Returns the order. A second call returns the same; a complete order is refused.',
    responses: { 200: withBody(OrderResponse, examples.cancelledOrder) },
    problems: [...WRITE_PROBLEMS, 'unauthenticated', 'not-found', 'order-final'],
  }),
]

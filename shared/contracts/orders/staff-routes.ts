import { routesOf, withBody } from '../route.ts'
import * as examples from './staff-examples.ts'
import { ListAllQuery, StaffOrderResponse, StaffPageResponse } from './staff-schemas.ts'

const route = routesOf('orders')

/** What staff read; they act by the routes of the seller, with a reason. */
export const STAFF_ROUTES = [
  route('GET', '/api/orders/all', 'admin', 'List all orders', {
    description:
      'A page of all orders. With a status, parcels to send come in the order in which they are due; otherwise the newest first.',
    query: ListAllQuery,
    example: { query: { status: 'failed', limit: '10' } },
    responses: { 200: withBody(StaffPageResponse, examples.staffPage) },
    problems: ['validation', 'unauthenticated', 'forbidden'],
  }),
  route('GET', '/api/orders/all/:id', 'admin', 'Get any order', {
    description: 'With its history and what staff have done.',
    responses: { 200: withBody(StaffOrderResponse, examples.staffOrder) },
    problems: ['unauthenticated', 'forbidden', 'not-found'],
  }),
]

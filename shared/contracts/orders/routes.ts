import * as v from 'valibot'
import { pageQuery } from '../page.ts'
import { bad, pageOf, refusals, routesOf } from '../route.ts'
import { ChangeAddressBody, OrderResponse, PlaceOrderBody, SoldOrderResponse } from './schemas.ts'

const route = routesOf('orders')

export const ORDERS_ROUTES = [
  route('POST', '/api/orders', 'session', {
    body: PlaceOrderBody,
    perHour: 30,
    replies: { 201: OrderResponse, ...bad, ...refusals(401, 404, 409) },
  }),
  route('GET', '/api/orders', 'session', {
    query: v.strictObject(pageQuery),
    replies: { 200: pageOf(OrderResponse), ...refusals(400, 401) },
  }),
  route('GET', '/api/orders/sold', 'user', {
    query: v.strictObject(pageQuery),
    replies: { 200: pageOf(SoldOrderResponse), ...refusals(400, 401, 403) },
  }),
  // Server-sent events: each `order` event holds the order as it is then.
  route('GET', '/api/orders/:id/events', 'owner', {
    replies: { 200: v.string(), ...refusals(401, 404) },
  }),
  route('GET', '/api/orders/:id', 'owner', {
    replies: { 200: OrderResponse, ...refusals(401, 404) },
  }),
  route('PUT', '/api/orders/:id/address', 'owner', {
    body: ChangeAddressBody,
    replies: { 200: OrderResponse, ...bad, ...refusals(401, 404, 409) },
  }),
  route('DELETE', '/api/orders/:id', 'owner', {
    replies: { 200: OrderResponse, ...refusals(401, 403, 404, 409, 429) },
  }),
]

import { bad, refusals, routesOf } from '../route.ts'
import { CartItemBody, CartResponse } from './schemas.ts'

const route = routesOf('cart')

export const CART_ROUTES = [
  route('GET', '/api/cart', 'session', {
    replies: { 200: CartResponse, ...refusals(401) },
  }),
  route('POST', '/api/cart/items', 'session', {
    body: CartItemBody,
    replies: { 201: CartResponse, ...bad, ...refusals(401, 404, 409) },
  }),
  route('DELETE', '/api/cart/items/:id', 'session', {
    replies: { 200: CartResponse, ...refusals(401, 403, 404, 429) },
  }),
]

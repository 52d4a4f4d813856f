import { BODY_PROBLEMS, WRITE_PROBLEMS, routesOf, withBody } from '../route.ts'
import * as examples from './examples.ts'
import { CartItemBody, CartResponse } from './schemas.ts'

const route = routesOf('cart')

export const CART_ROUTES = [
  route('GET', '/api/cart', 'session', 'Get the cart', {
    description:
      'Shows today’s prices and stock. `drift` marks a line whose product changed since it was added.',
    responses: { 200: withBody(CartResponse, examples.cart) },
    problems: ['unauthenticated'],
  }),
  route('POST', '/api/cart/items', 'session', 'Change a cart item', {
    description:
      '`quantity` sets the line, `add` increases it. The price always comes from the catalogue.',
    body: CartItemBody,
    example: { body: examples.item },
    responses: { 201: withBody(CartResponse, examples.cart) },
    problems: [...BODY_PROBLEMS, 'unauthenticated', 'not-found', 'sold-out'],
  }),
  route('DELETE', '/api/cart/items/:id', 'session', 'Remove a cart item', {
    responses: { 200: withBody(CartResponse, examples.emptyCart) },
    problems: [...WRITE_PROBLEMS, 'unauthenticated', 'not-found'],
  }),
]

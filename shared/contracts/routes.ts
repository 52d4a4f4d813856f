import * as v from 'valibot'
import { CurrentUserReply, SignInBody, SignUpBody, UserReply } from './auth-routes.ts'
import { CartReply, SetCartItemBody } from './cart-routes.ts'
import { OrderReply, PlaceOrderBody } from './order-routes.ts'
import { pageQuery } from './page.ts'
import { PayBody, PaymentReply } from './payment-routes.ts'
import { ProblemReply } from './problem-reply.ts'
import {
  CreateProductBody,
  ListProductsQuery,
  ProductPageReply,
  ProductReply,
  UpdateProductBody,
} from './product-routes.ts'

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** A route of the API: who may call it, what it takes, and every status it documents with its body. */
export interface RouteContract {
  service: 'auth' | 'products' | 'cart' | 'orders' | 'payments'
  method: Method
  /** With `:id` where an id stands. */
  path: string
  /** `owner`: anyone with a session, but other people's things are not found (or forbidden, if public). */
  who: 'anyone' | 'session' | 'user' | 'owner'
  body?: v.GenericSchema
  query?: v.GenericSchema
  replies: Partial<Record<number, v.GenericSchema>>
}

function route(
  service: RouteContract['service'],
  method: Method,
  path: string,
  who: RouteContract['who'],
  rest: Pick<RouteContract, 'body' | 'query' | 'replies'>,
): RouteContract {
  return { service, method, path, who, ...rest }
}

const EMPTY = v.literal('')
const orderPage = v.union([
  v.array(OrderReply),
  v.strictObject({ items: v.array(OrderReply), nextCursor: v.nullable(v.string()) }),
])
function refusals<S extends number>(...statuses: S[]): Record<S, typeof ProblemReply> {
  return Object.fromEntries(statuses.map((status) => [status, ProblemReply])) as never
}

/** Statuses that every route with a JSON body documents. */
const bad = refusals(400, 403, 413, 415)

/** The API as a whole: tests check every reply against it, and that every pair was seen. */
export const ROUTES: RouteContract[] = [
  route('auth', 'POST', '/api/users/signup', 'anyone', {
    body: SignUpBody,
    replies: { 201: UserReply, ...bad, ...refusals(429) },
  }),
  route('auth', 'POST', '/api/users/signin', 'anyone', {
    body: SignInBody,
    replies: { 200: UserReply, ...bad, ...refusals(429) },
  }),
  route('auth', 'POST', '/api/users/signout', 'anyone', {
    replies: { 200: v.strictObject({}), ...refusals(403) },
  }),
  route('auth', 'GET', '/api/users/currentuser', 'anyone', {
    replies: { 200: CurrentUserReply },
  }),
  route('products', 'GET', '/api/products', 'anyone', {
    query: ListProductsQuery,
    replies: {
      200: v.union([v.array(ProductReply), ProductPageReply]),
      304: EMPTY,
      ...refusals(400, 401, 403),
    },
  }),
  route('products', 'GET', '/api/products/:id', 'anyone', {
    replies: { 200: ProductReply, ...refusals(404) },
  }),
  route('products', 'POST', '/api/products', 'user', {
    body: CreateProductBody,
    replies: { 201: ProductReply, ...bad, ...refusals(401, 429, 503) },
  }),
  route('products', 'PUT', '/api/products/:id', 'owner', {
    body: UpdateProductBody,
    replies: { 200: ProductReply, ...bad, ...refusals(401, 404, 409) },
  }),
  route('products', 'DELETE', '/api/products/:id', 'owner', {
    replies: { 204: EMPTY, ...refusals(401, 403, 404) },
  }),
  route('cart', 'GET', '/api/cart', 'session', {
    replies: { 200: CartReply, ...refusals(401) },
  }),
  route('cart', 'POST', '/api/cart/items', 'session', {
    body: SetCartItemBody,
    replies: { 201: CartReply, ...bad, ...refusals(401, 404) },
  }),
  route('cart', 'DELETE', '/api/cart/items/:id', 'session', {
    replies: { 200: CartReply, ...refusals(401, 403, 404) },
  }),
  route('orders', 'POST', '/api/orders', 'session', {
    body: PlaceOrderBody,
    replies: { 201: OrderReply, ...bad, ...refusals(401, 404, 409) },
  }),
  route('orders', 'GET', '/api/orders', 'session', {
    query: v.strictObject(pageQuery),
    replies: { 200: orderPage, ...refusals(400, 401) },
  }),
  route('orders', 'GET', '/api/orders/:id', 'owner', {
    replies: { 200: OrderReply, ...refusals(401, 404) },
  }),
  route('orders', 'DELETE', '/api/orders/:id', 'owner', {
    replies: { 200: OrderReply, ...refusals(401, 403, 404, 409) },
  }),
  route('payments', 'POST', '/api/payments', 'owner', {
    body: PayBody,
    replies: {
      200: PaymentReply,
      201: PaymentReply,
      202: PaymentReply,
      ...bad,
      ...refusals(401, 402, 404, 409, 503),
    },
  }),
  route('payments', 'POST', '/api/payments/webhook', 'anyone', {
    replies: { 200: v.strictObject({ received: v.literal(true) }), ...refusals(400, 413, 503) },
  }),
]

/** The route that a request is for, if the API has one. */
export function routeOf(method: string, path: string): RouteContract | undefined {
  const [plain = ''] = path.split('?')
  const exact = ROUTES.find((known) => known.method === method && known.path === plain)
  if (exact !== undefined) return exact
  const asId = plain.replace(/\/[^/]+$/, '/:id')
  return ROUTES.find((known) => known.method === method && known.path === asId)
}

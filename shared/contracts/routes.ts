import { AUTH_ROUTES } from './auth/routes.ts'
import { CART_ROUTES } from './cart/routes.ts'
import { deadLetterRoutes } from './dead-letters.ts'
import { NOTIFICATIONS_ROUTES } from './notifications/routes.ts'
import { ORDERS_ROUTES } from './orders/routes.ts'
import { PAYMENTS_ROUTES } from './payments/routes.ts'
import { PRODUCTS_ROUTES } from './products/routes.ts'
import type { RouteContract } from './route.ts'
import { SERVICES } from './services.ts'

export { pathWith, problemsOf, responseSchema, statusesOf, type RouteContract } from './route.ts'

/** Every route of the API: tests check each response against it, and the OpenAPI document is generated from it. */
export const ROUTES: RouteContract[] = [
  ...AUTH_ROUTES,
  ...PRODUCTS_ROUTES,
  ...CART_ROUTES,
  ...ORDERS_ROUTES,
  ...PAYMENTS_ROUTES,
  ...NOTIFICATIONS_ROUTES,
  ...SERVICES.flatMap(deadLetterRoutes),
]

/** The route that a request matches. */
export function routeOf(method: string, path: string): RouteContract | undefined {
  const [plain = ''] = path.split('?')
  const exact = ROUTES.find((known) => known.method === method && known.path === plain)
  if (exact !== undefined) return exact
  return ROUTES.find((known) => known.method === method && patternOf(known).test(plain))
}

const patternOf = ({ path }: RouteContract) => new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}$`)

import type { Catalogue } from './catalogue.ts'
import type { Scenario } from './measure/requests.ts'
import type { Service, Shop } from './shop.ts'
import { signIn } from './shoppers.ts'

const RAW_HELLO = 'raw hello'
const RAW_LIST = 'raw list'

/** The measured requests: the control's and those of the services. */
export async function scenariosOf(
  shop: Shop,
  { productIds }: Catalogue,
  raw: Service,
): Promise<Scenario[]> {
  const cookie = await signIn(shop)
  const [productId = ''] = productIds
  const { auth, products, orders } = shop.services
  return [
    { name: RAW_HELLO, server: raw, path: '/', cookie, slice: 5000, isTwin: true },
    { name: RAW_LIST, server: raw, path: '/list', cookie, slice: 5000 },
    {
      name: 'GET /api/users/currentuser',
      server: auth,
      path: '/api/users/currentuser',
      cookie,
      slice: 3000,
      isTwin: true,
      goal: { atMost: 5, times: RAW_HELLO },
    },
    {
      name: 'GET /api/products?limit=30, hot',
      server: products,
      path: '/api/products?limit=30',
      cookie,
      slice: 1000,
      goal: { atMost: 3, times: RAW_LIST },
    },
    {
      name: 'GET /api/products/:id',
      server: products,
      path: `/api/products/${productId}`,
      cookie,
      slice: 1000,
    },
    {
      name: 'POST /api/orders',
      server: orders,
      path: '/api/orders',
      cookie,
      order: { items: [{ productId, quantity: 1 }] },
      slice: 250,
      goal: { atMost: 1000 },
    },
  ]
}

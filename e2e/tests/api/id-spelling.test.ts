import { expect, test } from 'bun:test'
import { ROUTES, pathWith, type RouteContract } from '@shop/shared/contracts'
import { newId } from '@shop/shared/testing'
import { callApi, json, pictureForm } from '../../fixtures/api.ts'
import { newOrder, newProduct, type Order } from '../../fixtures/checkout.ts'

// The event stream of an open order does not end; the orders service tests it.
const withId = ROUTES.filter(({ path }) => path.includes(':id') && !path.endsWith('/events'))

const BODIES: Record<string, unknown> = {
  'PUT /api/products/:id': { title: 'Kettle', price: 9 },
  'POST /api/products/:id/stock': { delta: 2, reason: 'delivery' },
  'PUT /api/orders/:id/address': {
    address: { name: 'A', line1: 'B', city: 'C', postalCode: '1', country: 'DE' },
  },
  'PUT /api/products/:id/images': { order: [] },
}

const idOf = ({ service }: RouteContract, { orderId, product }: Order) =>
  service === 'orders' ? orderId : product.id

const cookieOf = ({ service }: RouteContract, { buyer, product }: Order) =>
  service === 'products' ? product.seller.cookie : buyer.cookie

/** The response to the owner of a new order and product, and the state of both afterwards. */
async function outcome(route: RouteContract, spell: (id: string) => string) {
  const order = await newOrder(await newProduct(5))
  const id = idOf(route, order)
  const headers = { cookie: cookieOf(route, order) }
  const body = BODIES[`${route.method} ${route.path}`]
  const form = route.form === undefined ? { headers } : { body: pictureForm(), headers }
  const init = body === undefined ? form : json(body, headers)
  const parts = { name: 'none', sellerId: spell(newId()), returnId: 'none', refundId: 'none' }
  const path = pathWith(route, { id: spell(id), ...parts })
  const { status } = await callApi(route.method, path, init)
  const { status: orderStatus } = (await order.buyer.get(order.path)).body
  const { title, quantity, archived, images } = (
    await order.buyer.get(`/api/products/${order.product.id}`)
  ).body
  const { items } = (await order.buyer.get('/api/cart')).body
  return {
    status,
    orderStatus,
    title,
    quantity,
    archived,
    images: images.length,
    items: items.length,
  }
}

test.each(withId.map((route) => [`${route.method} ${route.path}`, route] as const))(
  '%s treats an uppercase id as the same id',
  async (_, route) => {
    const [asStored, inUppercase] = await Promise.all([
      outcome(route, (id) => id),
      outcome(route, (id) => id.toUpperCase()),
    ])
    expect(inUppercase).toEqual(asStored)
  },
)

test('an uppercase id in a body is stored and returned in lowercase', async () => {
  const { buyer, product } = await newOrder(await newProduct(5))
  const productId = product.id.toUpperCase()
  const cart = await buyer.post('/api/cart/items', { productId, quantity: 3 })
  expect(cart.body.items).toMatchObject([{ productId: product.id, quantity: 3 }])
  const placed = await buyer.post('/api/orders', { items: [{ productId, quantity: 1 }] })
  expect(placed.body.items).toMatchObject([{ productId: product.id }])
  const orderId = placed.body.id.toUpperCase()
  const paid = await buyer.post('/api/payments', { token: 'tok_visa', orderId })
  expect(paid.body).toMatchObject({ orderId: placed.body.id, status: 'succeeded' })
})

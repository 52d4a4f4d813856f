import { beforeAll, describe, expect, test } from 'bun:test'
import { ROUTES, pathWith, type RouteContract } from '@shop/shared/contracts'
import { newId, newUser } from '@shop/shared/testing'
import { callApi, json, pictureForm } from '../../fixtures/api.ts'
import { newOrder, newProduct } from '../../fixtures/checkout.ts'
import { signUp, Visitor, type Member } from '../../fixtures/visitor.ts'

const PEOPLE = ['nobody', 'guest', 'shopper', 'other seller', 'admin'] as const
type Person = (typeof PEOPLE)[number]

/** The status for somebody who is not the owner; null where everybody is allowed. */
const EXPECTED: Record<RouteContract['who'], Record<Person, number | null>> = {
  anyone: { nobody: null, guest: null, shopper: null, 'other seller': null, admin: null },
  session: { nobody: 401, guest: null, shopper: null, 'other seller': null, admin: null },
  user: { nobody: 401, guest: 403, shopper: null, 'other seller': null, admin: null },
  owner: { nobody: 401, guest: 404, shopper: 404, 'other seller': 404, admin: 404 },
  seller: { nobody: 401, guest: 403, shopper: 404, 'other seller': 404, admin: 404 },
  admin: { nobody: 401, guest: 403, shopper: 403, 'other seller': 403, admin: null },
}

/** What staff may do with other people's things by the owner's routes. */
const STAFF_MAY = [
  'DELETE /api/products/:id',
  'DELETE /api/products/:id/images/:name',
  'POST /api/products/:id/restore',
]

/** Bodies by the last part of the path. */
const BODIES: Record<string, unknown> = {
  stock: { delta: 1, reason: 'count' },
  images: { order: [] },
  password: { current: 'wrong horse', next: 'battery staple' },
  profile: { name: 'Mine now' },
  parcel: { carrier: 'dhl' },
  ':returnId': { answer: 'accepted', note: 'Mine now' },
  refund: { restock: true },
  refunds: { amount: 1, reason: 'other' },
  returns: { lines: [{ productId: newId(), quantity: 1 }], reason: 'other' },
  address: {
    address: { name: 'A', line1: 'B', city: 'C', postalCode: '1', country: 'DE' },
  },
}

let ids: Record<RouteContract['service'], string>
let readOwned: () => Promise<unknown>
let secrets: string[]
let shopper: Member
let otherSeller: Member
let staff: Member

beforeAll(async () => {
  const product = await newProduct(5)
  const order = await newOrder(product)
  const nothing = '0'.repeat(24)
  shopper = await signUp()
  otherSeller = await newSeller()
  staff = await signUp()
  ids = {
    auth: nothing,
    products: product.id,
    cart: product.id,
    orders: order.orderId,
    payments: order.orderId,
    notifications: nothing,
  }
  const buyer = (await order.buyer.get('/api/users/currentuser')).body.currentUser
  secrets = [order.orderId, buyer.id, buyer.email]
  readOwned = async () => [
    (await order.buyer.get(order.path)).body,
    (await order.buyer.get('/api/cart')).body,
    (await product.seller.get(`/api/products/${product.id}`)).body,
  ]
})

/** A valid body for the route that refers to the owner's data. */
function bodyOf({ service, method, path }: RouteContract): unknown {
  const known = BODIES[path.slice(path.lastIndexOf('/') + 1)]
  if (known !== undefined) return known
  if (service === 'products') return { title: 'Mine now', price: 1, quantity: 1 }
  if (service === 'cart') return { productId: ids.cart, quantity: 1 }
  if (path === '/api/orders') return { items: [{ productId: ids.cart, quantity: 1 }] }
  if (path === '/api/payments') return { token: 'tok_visa', orderId: ids.payments }
  return method === 'GET' ? undefined : {}
}

/** A new cookie for each request: signing out is one of them. */
async function cookieOf(person: Person): Promise<Record<string, string>> {
  if (person === 'nobody') return {}
  const { cookie } = await Visitor.of(bearerOf(person))
  return { cookie }
}

function bearerOf(person: Exclude<Person, 'nobody'>) {
  if (person === 'guest') return newUser('guest')
  if (person === 'admin') return { ...newUser('admin'), ...staff }
  return { ...newUser(), ...(person === 'shopper' ? shopper : otherSeller) }
}

/** Somebody with a product of their own. */
async function newSeller(): Promise<Member> {
  const member = await signUp()
  const seller = await Visitor.of({ ...newUser(), ...member })
  await seller.post('/api/products', { title: 'Jug', price: 9, quantity: 1 })
  return member
}

/** Whether a route is for this person's eyes and hands, although the things are other people's. */
function isAllowed({ method, path, who }: RouteContract, person: Person): boolean {
  return person === 'admin' && (who === 'admin' || STAFF_MAY.includes(`${method} ${path}`))
}

function isOthersProduct({ service, who }: RouteContract): boolean {
  return service === 'products' && who === 'owner'
}

async function call(route: RouteContract, cookie: Record<string, string>) {
  const id = ids[route.service]
  const parts = {
    sellerId: ids.products,
    returnId: `${id}-r1`,
    refundId: `${id}-1`,
    userId: id,
    letterId: id,
    key: 'k',
  }
  const path = pathWith(route, { id, name: 'x', ...parts })
  const headers = { ...cookie, 'idempotency-key': crypto.randomUUID() }
  if (route.form !== undefined) return callApi(route.method, path, { body: pictureForm(), headers })
  const request = route.body === undefined ? { headers } : json(bodyOf(route), headers)
  return callApi(route.method, path, request)
}

describe.each(PEOPLE)('%s', (person) => {
  const routes = ROUTES.filter((route) => !isAllowed(route, person))
  test.each(routes.map((route) => [`${route.method} ${route.path}`, route] as const))(
    '%s reveals and changes nothing of other users',
    async (_, route) => {
      const before = await readOwned()
      const { status, body } = await call(route, await cookieOf(person))
      const expected =
        isOthersProduct(route) && person !== 'nobody' ? 403 : EXPECTED[route.who][person]
      if (expected !== null) expect(status).toBe(expected)
      else expect(status).not.toBe(401)
      for (const secret of secrets) expect(JSON.stringify(body)).not.toContain(secret)
      expect(await readOwned()).toEqual(before)
    },
  )
})

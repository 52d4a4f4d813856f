import { afterAll, beforeAll, expect, test } from 'bun:test'
import { eventually, newId, newUser } from '@shop/shared/testing'
import { startTestOrders, type TestOrders } from '../testing/index.ts'

let service: TestOrders

beforeAll(async () => {
  service = await startTestOrders()
})

afterAll(() => service.stop())

const HOME = { name: 'Ann', line1: 'Main St 1', city: 'Cork', postalCode: 'T12', country: 'IE' }
const WORK = { ...HOME, line1: 'Quay 2', city: 'Galway' }

type User = ReturnType<typeof newUser>

async function placed(as: User, idempotencyKey = newId(), email = 'guest@example.com') {
  const product = await service.knownProduct({ price: 20 })
  const json = { items: [{ productId: product.id, quantity: 2 }], email, address: HOME }
  const headers = { 'idempotency-key': idempotencyKey }
  const { body } = await service.call('POST', '/api/orders', { as, json, headers })
  return { product, order: body, path: `/api/orders/${body.id}`, json, headers }
}

const change = (path: string, as: User | undefined, json: unknown) =>
  service.call('PUT', `${path}/address`, { ...(as && { as }), json })

test('PUT /api/orders/:id/address keeps the lines and prices of an unpaid order', async () => {
  const as = newUser('guest')
  const { product, order, path } = await placed(as)
  await service.knownProduct({ ...product, price: 99, version: 1 })
  const { status, body } = await change(path, as, { address: WORK, email: 'New@Example.com' })
  expect(status).toBe(200)
  expect(body).toEqual({ ...order, address: WORK, email: 'new@example.com', version: 1 })
  expect((await service.call('GET', path, { as })).body).toEqual(body)
  expect((await change(path, as, { address: HOME })).body.email).toBe('new@example.com')
})

test("PUT /api/orders/:id/address does not change a user's email address", async () => {
  const as = newUser()
  const { path } = await placed(as)
  const { body } = await change(path, as, { address: WORK, email: 'other@example.com' })
  expect([body.address, body.email]).toEqual([WORK, as.email])
})

test('after an address change the idempotency key places a new order', async () => {
  const as = newUser()
  const { order, path, json, headers } = await placed(as)
  await change(path, as, { address: WORK })
  const again = await service.call('POST', '/api/orders', { as, json, headers })
  expect(again.status).toBe(201)
  expect(again.body.id).not.toBe(order.id)
  expect(again.body.address).toEqual(HOME)
})

test('a change of address is sent to the order’s stream', async () => {
  const buyer = newUser()
  const { path } = await placed(buyer)
  const { next, leave } = await service.follow({ path, buyer })
  await next()
  await change(path, buyer, { address: WORK })
  expect((await next())?.data).toMatchObject({ address: WORK, version: 1 })
  leave()
})

test('PUT /api/orders/:id/address returns 409 for a final order', async () => {
  const as = newUser()
  const { order, path } = await placed(as)
  const paid = { id: newId(), orderId: order.id, userId: as.sub, stripeId: 'ch_1', items: [] }
  await service.publish('payment:created', paid)
  await eventually(async () =>
    expect((await service.call('GET', path, { as })).body.status).toBe('Complete'),
  )
  const { status, body } = await change(path, as, { address: WORK })
  expect([status, body.type]).toEqual([409, '/problems/order-final'])
  expect((await service.call('GET', path, { as })).body.address).toEqual(HOME)
})

test('PUT /api/orders/:id/address refuses other users, a missing address, and an order without one', async () => {
  const as = newUser()
  const { path } = await placed(as)
  expect((await change(path, undefined, { address: WORK })).status).toBe(401)
  expect((await change(path, newUser(), { address: WORK })).status).toBe(404)
  expect((await change('/api/orders/x', as, { address: WORK })).status).toBe(404)
  expect((await change(path, as, { email: 'a@example.com' })).status).toBe(400)
  expect((await change(path, as, { address: { ...WORK, city: ' ' } })).status).toBe(400)
  const plain = await service.placedOrder(as)
  const refused = await change(plain.path, as, { address: WORK })
  expect([refused.status, refused.body.errors[0].field]).toEqual([400, 'address'])
})

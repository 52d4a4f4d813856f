import { afterAll, beforeAll, expect, test } from 'bun:test'
import { OrderResponse } from '@shop/shared/contracts'
import { commandsOf, eventually, newId, newProductEvent, newUser } from '@shop/shared/testing'
import { safeParse } from 'valibot'
import { startTestOrders, type TestOrders } from '../testing/index.ts'

let service: TestOrders

beforeAll(async () => {
  service = await startTestOrders()
})

afterAll(() => service.stop())

const place = (as: ReturnType<typeof newUser> | undefined, json: unknown, headers = {}) =>
  service.call('POST', '/api/orders', { ...(as && { as }), json, headers })

test('POST /api/orders places an order at the products’ prices and publishes order:created', async () => {
  const created = service.published('order:created')
  const { id: productId, userId: sellerId } = await service.knownProduct()
  const buyer = newUser()
  const { status, body } = await place(buyer, { items: [{ productId, quantity: 2 }] })
  expect(status).toBe(201)
  expect(safeParse(OrderResponse, body).success).toBe(true)
  expect(body).toMatchObject({ userId: buyer.sub, status: 'Created', total: 25, shipping: 0 })
  expect(body.items).toEqual([
    {
      productId,
      title: 'Teapot',
      price: 12.5,
      quantity: 2,
      sellerId,
      imageUrl: 'https://media.example/product-images/products/teapot-1200.webp',
    },
  ])
  const events = await eventually(() => {
    const mine = created.find(({ id }) => id === body.id)
    expect(mine).toBeDefined()
    return mine
  })
  expect(events).toMatchObject({ userId: buyer.sub, total: 25, version: 0, status: 'Created' })
})

test('waits for the copy of a new product', async () => {
  const product = newProductEvent()
  const response = place(newUser(), { items: [{ productId: product.id, quantity: 1 }] })
  await service.publish('product:created', product)
  expect((await response).status).toBe(201)
})

test('POST /api/orders with an address needs an email address from guests, not from users', async () => {
  const { id: productId } = await service.knownProduct()
  const address = { name: 'A', line1: 'B', city: 'C', postalCode: '1', country: 'DE' }
  const order = { items: [{ productId, quantity: 1 }], address }
  const guest = newUser('guest')
  expect((await place(guest, order)).status).toBe(400)
  const events = await place(guest, { ...order, email: 'Guest@Example.com ' })
  expect(events.body).toMatchObject({ email: 'guest@example.com', shipping: 4.9, total: 17.4 })
  const user = newUser()
  expect((await place(user, order)).body).toMatchObject({ email: user.email, address })
})

test('POST /api/orders with the same Idempotency-Key returns the same order, and 409 for another body', async () => {
  const { id: productId } = await service.knownProduct()
  const buyer = newUser()
  const key = { 'idempotency-key': 'cart:1' }
  const order = { items: [{ productId, quantity: 1 }] }
  const responses = await Promise.all([1, 2, 3, 4].map(() => place(buyer, order, key)))
  expect(responses.map(({ status }) => status)).toEqual([201, 201, 201, 201])
  expect(new Set(responses.map(({ body }) => body.id)).size).toBe(1)
  const other = await place(buyer, { items: [{ productId, quantity: 2 }] }, key)
  expect([other.status, other.body.type]).toEqual([409, '/problems/idempotency-mismatch'])
  expect((await place(newUser(), order, key)).body.id).not.toBe(responses[0]?.body.id)
  await service.call('DELETE', `/api/orders/${responses[0]?.body.id}`, { as: buyer })
  expect((await place(buyer, order, key)).body.id).not.toBe(responses[0]?.body.id)
})

test.each([
  ['no body', '', 400],
  ['no items', { items: [] }, 400],
  ['a quantity of 0', { items: [{ productId: newId(), quantity: 0 }] }, 400],
  ['a quantity of 1.5', { items: [{ productId: newId(), quantity: 1.5 }] }, 400],
  ['a quantity of 100', { items: [{ productId: newId(), quantity: 100 }] }, 400],
  ['a malformed id', { items: [{ productId: 'x', quantity: 1 }] }, 400],
  ['an operator', { items: [{ productId: { $gt: '' }, quantity: 1 }] }, 400],
  ['an unknown key', { items: [{ productId: newId(), quantity: 1, total: 1 }] }, 400],
  ['a third decimal', { items: [{ productId: newId(), quantity: 1, price: 1.005 }] }, 400],
  ['an unknown product', { items: [{ productId: newId(), quantity: 1 }] }, 404],
])('POST /api/orders refuses %s', async (_, json, status) => {
  const response = await place(newUser(), json)
  expect(response.status).toBe(status)
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  expect(response.body.errors[0].message).toBeString()
})

test.each([
  ['items that are an object', () => ({})],
  ['items that are a text', () => 'x'],
  ['no list of items', () => null],
  ['a malformed id behind an unknown product', (item: object) => [item, { productId: 'x' }]],
  ['an item that is null', (item: object) => [item, null]],
  ['an item that is a list', (item: object) => [item, [item]]],
  ['an item without a quantity', (item: object) => [item, { productId: newId() }]],
  ['an unknown key of one item', (item: object) => [item, { ...item, total: 1 }]],
  ['150 of one product on two lines', (item: object) => [item, item]],
])('POST /api/orders returns 400 for %s before any product is looked up', async (_, itemsOf) => {
  const items = itemsOf({ productId: newId(), quantity: 75 })
  let response: Awaited<ReturnType<typeof place>> | undefined
  const reads = await commandsOf(service, async () => {
    response = await place(newUser(), { items })
  })
  expect([response?.status, response?.body.type]).toEqual([400, '/problems/validation'])
  expect(reads.filter((read) => read.endsWith('products'))).toEqual([])
})

test('POST /api/orders returns 409 naming the products whose price changed or that are sold out', async () => {
  const { id: productId } = await service.knownProduct({ available: 1 })
  const changed = await place(newUser(), { items: [{ productId, quantity: 1, price: 9.99 }] })
  expect([changed.status, changed.body.type]).toEqual([409, '/problems/price-changed'])
  expect(changed.body.changed).toEqual([{ productId, was: 9.99, now: 12.5 }])
  const short = await place(newUser(), { items: [{ productId, quantity: 2 }] })
  expect([short.status, short.body.type]).toEqual([409, '/problems/sold-out'])
  expect(short.body.short).toEqual([{ productId, wanted: 2, available: 1 }])
})

test('POST /api/orders refuses requests without a session, from other sites, and unsupported or large bodies', async () => {
  expect((await place(undefined, { items: [] })).status).toBe(401)
  const as = newUser()
  const site = { 'sec-fetch-site': 'cross-site' }
  expect((await place(as, { items: [] }, site)).status).toBe(403)
  expect((await place(as, { items: [] }, { origin: 'https://evil.example' })).status).toBe(403)
  const text = { as, body: '{}', headers: { 'content-type': 'text/plain' } }
  expect((await service.call('POST', '/api/orders', text)).status).toBe(415)
  const encoded = { 'content-encoding': 'gzip' }
  expect((await place(as, { items: [] }, encoded)).status).toBe(415)
  expect((await place(as, { items: [], pad: 'x'.repeat(70_000) })).status).toBe(413)
})

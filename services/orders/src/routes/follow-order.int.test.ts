import { afterAll, beforeAll, expect, test } from 'bun:test'
import { OrderResponse } from '@shop/shared/contracts'
import { cookieOf, eventually, newId, newUser } from '@shop/shared/testing'
import { safeParse } from 'valibot'
import { startTestOrders, type TestOrders } from '../testing/index.ts'

let service: TestOrders

beforeAll(async () => {
  // Without polling: every event comes from the service's own writes.
  service = await startTestOrders({}, { perUser: 2, pollMs: 600_000, heartbeatMs: 20 })
})

afterAll(() => service.stop())

const eventsOf = (path: string, as?: ReturnType<typeof newUser>) =>
  service.call('GET', `${path}/events`, as && { as })
const steps = (order: { timeline: { what: string }[] }) => order.timeline.map(({ what }) => what)
const noStreamIsOpen = () => eventually(async () => expect(await service.countStreams()).toBe(0))

test('GET /api/orders/:id/events sends the order now and after each change, until it is complete', async () => {
  const placed = await service.placedOrder()
  const { order, buyer } = placed
  const payment = { id: newId(), orderId: order.id, userId: buyer.sub, items: [] }
  const { response, next } = await service.follow(placed)
  expect(response.headers.get('content-type')).toBe('text/event-stream')
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(response.headers.get('x-accel-buffering')).toBe('no')
  expect(await next()).toEqual({ event: 'order', id: '0', data: order })
  await service.publish('payment:authorized', { ...payment, brand: 'visa', last4: '4242' })
  const authorized = await next()
  expect(authorized?.data).toMatchObject({ version: 1, payment: { brand: 'visa', last4: '4242' } })
  expect(safeParse(OrderResponse, authorized?.data).success).toBe(true)
  await service.publish('inventory:reserved', { orderId: order.id, paymentId: payment.id })
  expect(steps((await next())?.data)).toEqual(['placed', 'authorized', 'reserved'])
  await service.publish('payment:created', { ...payment, stripeId: 'ch_1' })
  expect(await next()).toMatchObject({ id: '3', data: { status: 'Complete', version: 3 } })
  expect(await next()).toBeUndefined()
  await noStreamIsOpen()
})

test('every stream of an order gets its changes, and ends when it is cancelled', async () => {
  const placed = await service.placedOrder()
  const both = await Promise.all([service.follow(placed), service.follow(placed)])
  for (const { next } of both) expect((await next())?.data.status).toBe('Created')
  await service.call('DELETE', placed.path, { as: placed.buyer })
  for (const { next } of both) {
    expect((await next())?.data).toMatchObject({ status: 'Cancelled', reason: 'user' })
    expect(await next()).toBeUndefined()
  }
})

test('the id may be in upper case', async () => {
  const { path, buyer, order } = await service.placedOrder()
  const inCapitals = { path: path.replace(order.id, order.id.toUpperCase()), buyer }
  const { next } = await service.follow(inCapitals)
  expect((await next())?.data).toEqual(order)
  await service.call('DELETE', inCapitals.path, { as: buyer })
  expect((await next())?.data).toMatchObject({ id: order.id, status: 'Cancelled' })
  expect(await next()).toBeUndefined()
})

test('a final order is sent once', async () => {
  const { path, buyer } = await service.placedOrder(newUser('guest'))
  const { body: cancelled } = await service.call('DELETE', path, { as: buyer })
  const { status, body } = await eventsOf(path, buyer)
  expect(status).toBe(200)
  expect(body).toBe(`event: order\nid: 1\ndata: ${JSON.stringify(cancelled)}\n\n`)
})

test('GET /api/orders/:id/events is for the owner, also as a former guest', async () => {
  const guest = newUser('guest')
  const placed = await service.placedOrder(guest)
  const member = { ...newUser(), guestIds: [guest.sub] }
  for (const owner of [guest, member]) {
    const { next, leave } = await service.follow(placed, owner)
    expect((await next())?.data.id).toBe(placed.order.id)
    leave()
  }
  for (const other of [newUser(), newUser('guest'), newUser('admin')])
    expect((await eventsOf(placed.path, other)).status).toBe(404)
  expect((await eventsOf(placed.path)).status).toBe(401)
  for (const id of ['x', newId()])
    expect((await eventsOf(`/api/orders/${id}`, guest)).status).toBe(404)
})

test('a revoked session gets no more events', async () => {
  const placed = await service.placedOrder()
  const { buyer, path, order } = placed
  const other = { ...buyer, sid: crypto.randomUUID() }
  const [ended, lives] = [await service.follow(placed), await service.follow(placed, other)]
  for (const { next } of [ended, lives]) await next()
  const exp = Date.now() / 1000 + 3600
  await service.publish('session:revoked', { sid: buyer.sid, userId: buyer.sub, before: 0, exp })
  expect(await ended.next()).toBeUndefined()
  await service.call('DELETE', path, { as: other })
  expect((await lives.next())?.data).toMatchObject({ id: order.id, status: 'Cancelled' })
})

test('a comment is sent as a heartbeat', async () => {
  const placed = await service.placedOrder()
  const { response, leave } = await service.follow(placed)
  let text = ''
  const decoder = new TextDecoder()
  for await (const bytes of response.body ?? []) {
    text += decoder.decode(bytes)
    if (text.endsWith('\n\n:\n\n:\n\n')) break
  }
  expect(text).toStartWith('event: order\nid: 0\ndata: {')
  leave()
})

test('nothing is kept for closed streams and HEAD requests', async () => {
  await noStreamIsOpen()
  const orders = await Promise.all([1, 2, 3, 4, 5].map(() => service.placedOrder()))
  const streams = await Promise.all(orders.map((placed) => service.follow(placed)))
  for (const { next } of streams) await next()
  expect(await service.countStreams()).toBe(5)
  for (const { leave } of streams) leave()
  await noStreamIsOpen()
  for (const { path, buyer } of orders) {
    const headers = { cookie: await cookieOf(buyer, service.jwtKey) }
    const head = new Request(`http://shop${path}/events`, { method: 'HEAD', headers })
    expect((await service.fetch(head)).status).toBe(200)
  }
  expect(await service.countStreams()).toBe(0)
})

test('the oldest stream of a user ends when there are too many', async () => {
  const placed = await service.placedOrder()
  const first = await service.follow(placed)
  await first.next()
  const [second, third] = [await service.follow(placed), await service.follow(placed)]
  for (const { next } of [second, third]) expect((await next())?.data.status).toBe('Created')
  expect(await first.next()).toBeUndefined()
  await service.call('DELETE', placed.path, { as: placed.buyer })
  for (const { next } of [second, third]) expect((await next())?.data.status).toBe('Cancelled')
})

test('a draining service ends open streams and later ones at once', async () => {
  const placed = await service.placedOrder()
  const { next } = await service.follow(placed)
  await next()
  service.drain()
  expect(await next()).toBeUndefined()
  expect(await (await service.follow(placed)).next()).toBeUndefined()
})

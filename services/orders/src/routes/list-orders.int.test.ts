import { afterAll, beforeAll, expect, test } from 'bun:test'
import { newId, newUser } from '@shop/shared/testing'
import { startTestOrders, type TestOrders } from '../testing/index.ts'

let service: TestOrders
beforeAll(async () => (service = await startTestOrders()))
afterAll(() => service.stop())

test('GET /api/orders/:id returns the order to its owner and to nobody else', async () => {
  const { buyer, order, path } = await service.placedOrder()
  expect((await service.call('GET', path, { as: buyer })).body).toEqual(order)
  const member = { ...newUser(), guestIds: [buyer.sub] }
  expect((await service.call('GET', path, { as: member })).status).toBe(200)
  expect((await service.call('GET', path, { as: newUser() })).status).toBe(404)
  expect((await service.call('GET', path)).status).toBe(401)
  for (const id of ['x', newId()])
    expect((await service.call('GET', `/api/orders/${id}`, { as: buyer })).status).toBe(404)
})

test('GET /api/orders lists my orders, newest first, page by page', async () => {
  const { buyer, order: first } = await service.placedOrder()
  const { order: second } = await service.placedOrder(buyer)
  const { order: third } = await service.placedOrder(buyer)
  const ids = [third.id, second.id, first.id]
  const bare = await service.call('GET', '/api/orders', { as: buyer })
  expect(bare.body.map((order: { id: string }) => order.id)).toEqual(ids)
  const seen: string[] = []
  let cursor = ''
  do {
    const { body } = await service.call('GET', `/api/orders?limit=1${cursor}`, { as: buyer })
    seen.push(...body.items.map((order: { id: string }) => order.id))
    cursor = body.nextCursor === null ? '' : `&cursor=${body.nextCursor}`
  } while (cursor !== '')
  expect(seen).toEqual(ids)
  expect((await service.call('GET', '/api/orders', { as: newUser() })).body).toEqual([])
})

test('GET /api/orders returns 400 for a bad query and 401 without a session', async () => {
  const { buyer, order: first } = await service.placedOrder()
  const foreign = [['x', first.id], [1e300, first.id], [1, [first.id]], [1], 'x'].map((position) =>
    Buffer.from(JSON.stringify(position)).toString('base64url'),
  )
  for (const text of foreign)
    expect((await service.call('GET', `/api/orders?cursor=${text}`, { as: buyer })).status).toBe(
      400,
    )
  for (const query of ['limit=0', 'limit=101', 'limit=x', 'cursor=x', 'page=2'])
    expect((await service.call('GET', `/api/orders?${query}`, { as: buyer })).status).toBe(400)
  expect((await service.call('GET', '/api/orders')).status).toBe(401)
})

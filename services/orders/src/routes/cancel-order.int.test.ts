import { afterAll, beforeAll, expect, test } from 'bun:test'
import { eventually, newId, newUser } from '@shop/shared/testing'
import { startTestOrders, type TestOrders } from '../testing/index.ts'

let service: TestOrders
beforeAll(async () => (service = await startTestOrders()))
afterAll(() => service.stop())

test('DELETE /api/orders/:id cancels an open order once and publishes order:cancelled', async () => {
  const cancelled = service.published('order:cancelled')
  const { buyer, order, path } = await service.placedOrder()
  expect((await service.call('DELETE', path, { as: newUser() })).status).toBe(404)
  expect((await service.call('DELETE', path)).status).toBe(401)
  const responses = await Promise.all([1, 2].map(() => service.call('DELETE', path, { as: buyer })))
  for (const { status, body } of responses) {
    expect(status).toBe(200)
    expect(body).toMatchObject({ status: 'Cancelled', reason: 'user', version: 1 })
  }
  await eventually(() => {
    const mine = cancelled.filter(({ id }) => id === order.id)
    expect(mine[0]).toMatchObject({ id: order.id, version: 1, reason: 'user' })
  })
})

test('DELETE /api/orders/:id returns 409 for a complete order', async () => {
  const { buyer, order, path } = await service.placedOrder()
  const paid = { id: newId(), orderId: order.id, userId: buyer.sub, stripeId: 'ch_1', items: [] }
  await service.publish('payment:created', paid)
  await eventually(async () =>
    expect((await service.call('GET', path, { as: buyer })).body.status).toBe('Complete'),
  )
  const { status, body } = await service.call('DELETE', path, { as: buyer })
  expect([status, body.type]).toEqual([409, '/problems/order-final'])
})

import { afterAll, beforeAll, expect, test } from 'bun:test'
import { eventually } from '@shop/shared/testing'
import { startTestOrders, type TestOrders } from '../testing/index.ts'

let service: TestOrders

beforeAll(async () => {
  service = await startTestOrders()
})

afterAll(() => service.stop())

test('an order unpaid for a day is cancelled, a younger one is not', async () => {
  const old = await service.placedOrder()
  const young = await service.placedOrder()
  const yesterday = new Date(Date.now() - 25 * 3600 * 1000)
  await service.db
    .collection('orders')
    .updateOne({ userId: old.buyer.sub }, { $set: { createdAt: yesterday } })
  await eventually(async () => {
    const { body } = await service.call('GET', old.path, { as: old.buyer })
    expect(body).toMatchObject({ status: 'Cancelled', reason: 'expired' })
  })
  const { body } = await service.call('GET', young.path, { as: young.buyer })
  expect(body.status).toBe('Created')
})

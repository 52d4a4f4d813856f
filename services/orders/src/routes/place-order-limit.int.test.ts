import { afterAll, beforeAll, expect, test } from 'bun:test'
import { newUser } from '@shop/shared/testing'
import { startTestOrders, type TestOrders } from '../testing/index.ts'

let service: TestOrders
beforeAll(async () => (service = await startTestOrders({ LIMIT_SCALE: 1 })))
afterAll(() => service.stop())

test('POST /api/orders returns 429 after thirty orders an hour of one session', async () => {
  const { id: productId } = await service.knownProduct()
  const json = { items: [{ productId, quantity: 1 }] }
  const place = (as: ReturnType<typeof newUser>) =>
    service.call('POST', '/api/orders', { as, json })
  const buyer = newUser()
  const statuses: number[] = []
  for (let n = 0; n < 31; n += 1) statuses.push((await place(buyer)).status)
  expect(statuses).toEqual([...Array(30).fill(201), 429])
  expect((await place(newUser())).status).toBe(201)
  expect((await service.call('GET', '/api/orders', { as: buyer })).status).toBe(200)
})

import { afterAll, beforeAll, expect, test } from 'bun:test'
import { commandsOf, newUser } from '@shop/shared/testing'
import { startTestOrders, type TestOrders } from '../testing/index.ts'

let service: TestOrders

beforeAll(async () => {
  // Keeps the sweepers out of the measurement.
  service = await startTestOrders({ SWEEP_MS: 600_000 })
})

afterAll(() => service.stop())

test('POST /api/orders costs two commands, GET /api/orders and /api/orders/:id one', async () => {
  const as = newUser()
  const { id: productId } = await service.knownProduct()
  const json = { items: [{ productId, quantity: 1 }] }
  const place = () => service.call('POST', '/api/orders', { as, json })
  expect(await commandsOf(service, place)).toEqual(['query products', 'insert orders'])
  const { body } = await place()
  const show = () => service.call('GET', `/api/orders/${body.id}`, { as })
  expect(await commandsOf(service, show)).toEqual(['query orders'])
  const list = () => service.call('GET', '/api/orders', { as })
  expect(await commandsOf(service, list)).toEqual(['query orders'])
})

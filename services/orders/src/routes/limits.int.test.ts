import { afterAll, beforeAll, expect, test } from 'bun:test'
import { flood, limitedRoutes, newUser } from '@shop/shared/testing'
import { startTestOrders, type TestOrders } from '../testing/index.ts'

let service: TestOrders

beforeAll(async () => {
  service = await startTestOrders({ LIMIT_SCALE: 1 })
})

afterAll(() => service.stop())

test.each(limitedRoutes('orders'))(
  '%s refuses a flood, and says when to come again',
  async (_, route) => {
    const refused = await flood(service, route)
    expect(refused?.body.type).toBe('/problems/too-many-requests')
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0)
  },
)

test('thirty orders an hour are placed in one session, and others go on', async () => {
  const { id: productId } = await service.knownProduct()
  const json = { items: [{ productId, quantity: 1 }] }
  const place = (as: ReturnType<typeof newUser>) =>
    service.call('POST', '/api/orders', { as, json })
  const buyer = newUser()
  const codes: number[] = []
  for (let placed = 0; placed < 31; placed += 1) codes.push((await place(buyer)).status)
  expect(codes).toEqual([...Array(30).fill(201), 429])
  expect((await place(newUser())).status).toBe(201)
  expect((await service.call('GET', '/api/orders', { as: buyer })).status).toBe(200)
})

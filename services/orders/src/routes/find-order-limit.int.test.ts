import { afterAll, beforeAll, expect, test } from 'bun:test'
import { startTestOrders, type TestOrders } from '../testing/index.ts'

let service: TestOrders
beforeAll(async () => (service = await startTestOrders({ LIMIT_SCALE: 1 })))
afterAll(() => service.stop())

test('POST /api/orders/find returns 429 after twenty requests an hour from one address', async () => {
  const json = { number: '7F4M-83', email: 'ann@example.com' }
  const find = (ip: string) =>
    service.call('POST', '/api/orders/find', { json, headers: { 'x-real-ip': ip } })
  const statuses: number[] = []
  for (let n = 0; n < 21; n += 1) statuses.push((await find('203.0.113.7')).status)
  expect(statuses).toEqual([...Array(20).fill(202), 429])
  expect((await find('203.0.113.8')).status).toBe(202)
})

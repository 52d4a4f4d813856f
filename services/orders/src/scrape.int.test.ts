import { afterAll, beforeAll, expect, test } from 'bun:test'
import { newId, profile } from '@shop/shared/testing'
import { startTestOrders, type TestOrders } from './testing/index.ts'

const FINISHED = 5000

let service: TestOrders

beforeAll(async () => {
  service = await startTestOrders({ SWEEP_MS: 600_000 })
  const order = (status: string) => {
    return { userId: newId(), status, createdAt: new Date(), listKeys: {}, outbox: [] }
  }
  await service.db
    .collection('orders')
    .insertMany([
      ...Array.from({ length: FINISHED }, () => order('Complete')),
      order('Created'),
      order('Created'),
    ])
})

afterAll(() => service.stop())

test('reading the metrics counts open orders, and costs the same with thousands of finished ones', async () => {
  let text = ''
  const operations = await profile(service, async () => {
    text = await (await service.fetch(new Request('http://shop/metrics'))).text()
  })
  expect(text).toContain('orders_unfinished{state="Created"} 2\n')
  expect(operations.length).toBeGreaterThan(3)
  const dear = operations.filter(
    ({ docsExamined = 0, keysExamined = 0 }) => docsExamined > 5 || keysExamined > 10,
  )
  expect(dear).toEqual([])
})

import { afterAll, expect, test } from 'bun:test'
import { eventually } from '@shop/shared/testing'
import { startTestOrders, type TestOrders } from './testing/index.ts'

const services: TestOrders[] = []

afterAll(async () => {
  for (const service of services) await service.stop()
})

async function start(...overrides: Parameters<typeof startTestOrders>): Promise<TestOrders> {
  const service = await startTestOrders(...overrides)
  services.push(service)
  return service
}

test('an empty broker gets orders and cancellations again, with the times of the orders', async () => {
  const before = await start()
  const [open, ended] = [await before.placedOrder(), await before.placedOrder()]
  await before.call('DELETE', ended.path, { as: ended.buyer })
  const after = await start({ MONGO_URL: before.config.MONGO_URL })
  const placed = after.published('order:created')
  const cancelled = after.published('order:cancelled')
  const at = (time: string) => expect.objectContaining({ at: time })
  await eventually(() => {
    for (const { order } of [open, ended])
      expect(placed).toContainEqual(
        expect.objectContaining({ id: order.id, total: order.total, meta: at(order.createdAt) }),
      )
    expect(cancelled).toContainEqual(expect.objectContaining({ id: ended.order.id, version: 1 }))
  })
  expect(cancelled.map(({ id }) => id)).not.toContain(open.order.id)
}, 30_000)

import { afterAll, expect, test } from 'bun:test'
import { eventually, newId } from '@shop/shared/testing'
import { startTestPayments, type TestPayments } from './testing/index.ts'

const services: TestPayments[] = []

afterAll(async () => {
  for (const service of services) await service.stop()
})

async function start(...overrides: Parameters<typeof startTestPayments>): Promise<TestPayments> {
  const service = await startTestPayments(...overrides)
  services.push(service)
  return service
}

test('an empty broker gets what payments in each state have published', async () => {
  const before = await start()
  const [held, paid] = [await before.knownOrder(), await before.knownOrder()]
  for (const { orderId, buyer } of [held, paid]) await before.pay(orderId, buyer)
  await before.publish('inventory:reserved', { orderId: paid.orderId, paymentId: newId() })
  await before.reaches(paid.orderId, 'Captured')
  await before.refunds.ask(paid.order, 1, 10)
  await before.refunds.end(paid.orderId, 1)
  const after = await start({ MONGO_URL: before.config.MONGO_URL })
  const captured = after.published('payment:created')
  const ordersOf = (events: { orderId: string }[]) => events.map(({ orderId }) => orderId)
  await eventually(() => {
    expect(ordersOf(after.authorized)).toContain(held.orderId)
    expect(ordersOf(captured)).toContain(paid.orderId)
    expect(ordersOf(after.refunds.ended)).toContain(paid.orderId)
  })
  expect(ordersOf(after.authorized)).not.toContain(paid.orderId)
}, 30_000)

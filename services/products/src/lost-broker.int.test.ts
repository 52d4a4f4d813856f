import { afterAll, expect, test } from 'bun:test'
import { eventually, newId, type TestService } from '@shop/shared/testing'
import { sellNew, startProducts } from './testing/index.ts'

const services: TestService[] = []

afterAll(async () => {
  for (const service of services) await service.stop()
})

async function start(...overrides: Parameters<typeof startProducts>): Promise<TestService> {
  const service = await startProducts(...overrides)
  services.push(service)
  return service
}

test('an empty broker gets products and outcomes of reservations again', async () => {
  const before = await start()
  const id = await sellNew(before, 5)
  const reserved = before.published('inventory:reserved')
  const payment = { id: newId(), orderId: newId(), userId: newId(), brand: 'visa', last4: '4242' }
  const item = { productId: id, title: 'Mug', price: 12.5, quantity: 2, sellerId: newId() }
  await before.publish('payment:authorized', { ...payment, items: [item] })
  const isReserved = expect.objectContaining({ paymentId: payment.id })
  await eventually(() => expect(reserved).toContainEqual(isReserved))
  const after = await start(undefined, { MONGO_URL: before.config.MONGO_URL })
  const products = after.published('product:updated')
  const again = after.published('inventory:reserved')
  await eventually(() => {
    expect(products).toContainEqual(expect.objectContaining({ id, quantity: 5, available: 3 }))
    expect(again).toContainEqual(isReserved)
  })
}, 30_000)

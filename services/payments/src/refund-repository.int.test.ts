import { afterAll, beforeAll, expect, test } from 'bun:test'
import type { Refund } from './domain/refund.ts'
import { PaymentRepository } from './payment-repository.ts'
import { RefundRepository } from './refund-repository.ts'
import { startTestPayments, type TestPayments } from './testing/index.ts'

let service: TestPayments
beforeAll(async () => (service = await startTestPayments({ SWEEP_MS: 600_000 })))
afterAll(() => service.stop())

async function paid() {
  const { orderId, buyer } = await service.knownOrder()
  await service.payReserved(orderId, buyer)
  const payments = new PaymentRepository(service.db, () => {})
  const payment = await payments.findByOrder(orderId)
  if (payment === null) throw new Error('the payment was not stored')
  return { orderId, payment, refunds: new RefundRepository(payments.model, () => {}) }
}

const asked = (id: string): Refund => {
  return { id, amount: 1000, items: [], restock: false, state: 'asked', requested: true }
}

test('of refunds that are added to the same payment as read, one is stored', async () => {
  const { orderId, payment, refunds } = await paid()
  const added = await Promise.all(['a', 'a', 'b'].map((id) => refunds.add(payment, asked(id))))
  expect(added.filter(Boolean)).toHaveLength(1)
  expect((await service.stored(orderId))?.['refunds']).toHaveLength(1)
})

test('a refund is not added to a payment that has left the state that was read', async () => {
  const { orderId, payment, refunds } = await paid()
  await service.cancel(orderId)
  await service.reaches(orderId, 'Refunded')
  const isAdded = await refunds.add({ ...payment, refunds: [asked('rest')] }, asked('a'))
  expect(isAdded).toBe(false)
})

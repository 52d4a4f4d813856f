import { afterAll, beforeAll, expect, test } from 'bun:test'
import { RetryLater } from '@shop/shared/events'
import type { Deps } from '../deps.ts'
import { PaymentRepository } from '../payment-repository.ts'
import { startTestPayments, type TestPayments } from '../testing/index.ts'
import { capturePayment } from './capture.ts'

let service: TestPayments
let deps: Deps

beforeAll(async () => {
  service = await startTestPayments()
  deps = { payments: new PaymentRepository(service.db, () => {}) } as unknown as Deps
})

afterAll(() => service.stop())

const capture = (orderId: string) => capturePayment(deps, orderId, new Date())

test('a payment that is read as it was before its authorization is tried again, not acknowledged', async () => {
  const { orderId, order, buyer } = await service.knownOrder()
  expect(capture(orderId)).rejects.toThrow(RetryLater)
  const placed = { ...order, id: orderId, userId: buyer.sub, total: 2500, placedAt: new Date() }
  await deps.payments.insert({ ...placed, status: 'Created' }, 'tok_visa')
  expect(capture(orderId)).rejects.toThrow(RetryLater)
})

test('a payment that has ended is acknowledged', async () => {
  const { orderId, buyer } = await service.knownOrder()
  await service.payReserved(orderId, buyer)
  await service.reaches(orderId, 'Captured')
  expect(await capture(orderId)).toBeUndefined()
})

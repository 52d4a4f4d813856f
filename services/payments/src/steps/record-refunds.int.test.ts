import { afterAll, beforeAll, expect, test } from 'bun:test'
import { createLog } from '@shop/shared/log'
import { PaymentGateway } from '../payment-gateway.ts'
import { PaymentRepository } from '../payment-repository.ts'
import { RefundRepository } from '../refund-repository.ts'
import { startTestPayments, type TestPayments } from '../testing/index.ts'
import { recordRefunds } from './record-refunds.ts'

let service: TestPayments
beforeAll(async () => (service = await startTestPayments({ SWEEP_MS: 600_000 })))
afterAll(() => service.stop())

test('a refund that was recorded as done while Stripe reported its failure is reversed', async () => {
  const { orderId, buyer, order } = await service.knownOrder()
  await service.payReserved(orderId, buyer)
  await service.refunds.ask(order, 1, 10)
  await service.refunds.end(orderId, 1, 'done')
  await service.settleRefund(orderId, 'failed')
  const log = createLog('payments', 'silent')
  const { url, secretKey } = service.sandbox
  const payments = new PaymentRepository(service.db, () => {})
  const deps = {
    payments,
    refunds: new RefundRepository(payments.model, () => {}),
    gateway: new PaymentGateway(secretKey, url, log),
    log,
  }
  const now = await payments.findByOrder(orderId)
  if (now === null) throw new Error('the payment was not stored')
  const before = {
    ...now,
    refunds: now.refunds.map((each) => ({ ...each, state: 'asked' as const })),
  }
  await recordRefunds(deps, before)
  expect((await payments.findByOrder(orderId))?.refunds).toMatchObject([
    { state: 'done', reversed: true },
  ])
})

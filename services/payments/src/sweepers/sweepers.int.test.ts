import { afterAll, beforeAll, expect, test } from 'bun:test'
import { startTestPayments, type TestPayments } from '../testing/index.ts'

let service: TestPayments

beforeAll(async () => {
  service = await startTestPayments()
})

afterAll(() => service.stop())

const put = (orderId: string, fields: object) =>
  service.db.collection('payments').updateOne({ orderId }, { $set: fields })

test('pending: an unnoticed hold is found', async () => {
  const { orderId, buyer } = await service.knownOrder()
  await service.fault(orderId, 'confirm', 'error-after-commit')
  expect((await service.pay(orderId, buyer)).status).toBe(503)
  await service.reaches(orderId, 'Authorized')
})

test('authorized: money held for 15 minutes is released', async () => {
  const { orderId, buyer } = await service.knownOrder()
  await service.pay(orderId, buyer)
  await service.reaches(orderId, 'Authorized')
  await put(orderId, { since: new Date(Date.now() - 16 * 60_000) })
  const payment = await service.reaches(orderId, 'Cancelled')
  expect(payment?.['reason']).toBe('payment_failed')
  expect(await service.money(orderId)).toMatchObject({ held: 0, captured: 0 })
})

test('cancelling: an interrupted cancellation is finished', async () => {
  const { orderId, buyer } = await service.knownOrder()
  await service.pay(orderId, buyer)
  await service.reaches(orderId, 'Authorized')
  await put(orderId, { state: 'Cancelling', reason: 'user' })
  await service.reaches(orderId, 'Cancelled')
  expect(await service.money(orderId)).toMatchObject({ held: 0, captured: 0 })
})

test('refunding: a stored refund is made', async () => {
  const { orderId, buyer } = await service.knownOrder()
  await Promise.all([service.pay(orderId, buyer), service.publishOutcome(orderId, 'reserved')])
  await service.reaches(orderId, 'Captured')
  const refund = { id: `${orderId}-x`, amount: 2500, items: [], restock: true, state: 'asked' }
  await put(orderId, { state: 'Refunding', refunds: [refund] })
  await service.reaches(orderId, 'Refunded')
  expect(await service.money(orderId)).toMatchObject({ captured: 2500, refunded: 2500 })
})

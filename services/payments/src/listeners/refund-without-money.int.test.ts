import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { startTestPayments, type TestPayments } from '../testing/index.ts'

let service: TestPayments
beforeAll(async () => (service = await startTestPayments()))
afterAll(() => service.stop())

async function paidOrder() {
  const known = await service.knownOrder()
  expect((await service.payReserved(known.orderId, known.buyer)).status).toBe(201)
  return known
}

describe('a refund fails when no money was captured:', () => {
  test('nobody has tried to pay', async () => {
    const { orderId, order } = await service.knownOrder()
    await service.refunds.ask(order, 1, 10)
    expect(await service.refunds.end(orderId, 1)).toMatchObject({ status: 'failed' })
  })

  test.each(['Authorized', 'Cancelled', 'Refunded'])('the payment is %s', async (state) => {
    const known = state === 'Refunded' ? await paidOrder() : await service.knownOrder()
    const { orderId, order, buyer } = known
    if (state !== 'Refunded') void service.pay(orderId, buyer)
    if (state !== 'Refunded') await service.reaches(orderId, 'Authorized')
    if (state !== 'Authorized') await service.cancel(orderId)
    await service.reaches(orderId, state)
    await service.refunds.ask(order, 1, 10)
    expect(await service.refunds.end(orderId, 1)).toMatchObject({ status: 'failed' })
    expect((await service.stored(orderId))?.['state']).toBe(state)
  })
})

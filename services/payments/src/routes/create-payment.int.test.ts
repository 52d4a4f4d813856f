import { afterAll, beforeAll, expect, test } from 'bun:test'
import { PaymentResponse } from '@shop/shared/contracts'
import { safeParse } from 'valibot'
import { capture, startCapturing } from '../domain/transitions.ts'
import { PaymentRepository } from '../payment-repository.ts'
import { CAPTURED_ONCE, startTestPayments, type TestPayments } from '../testing/index.ts'

let service: TestPayments
beforeAll(async () => (service = await startTestPayments()))
afterAll(() => service.stop())

test.each(['tok_visa', 'pm_card_visa'])(
  'POST /api/payments captures the money by %s once the goods are reserved',
  async (token) => {
    const { orderId, buyer } = await service.knownOrder()
    const response = await service.payReserved(orderId, buyer, token)
    expect(response.status).toBe(201)
    expect(safeParse(PaymentResponse, response.body).success).toBe(true)
    expect(response.body).toMatchObject({ orderId, status: 'succeeded' })
    expect(await service.money(orderId)).toEqual(CAPTURED_ONCE)
    const again = await service.pay(orderId, buyer, token)
    expect([again.status, again.body]).toEqual([200, response.body])
    const authorized = service.authorized.find((event) => event.orderId === orderId)
    expect(authorized).toMatchObject({ userId: buyer.sub, brand: 'visa', last4: '4242' })
  },
)

test('POST /api/payments returns 202 processing while the goods are not reserved', async () => {
  const { orderId, buyer } = await service.knownOrder()
  const { status, body } = await service.pay(orderId, buyer)
  expect([status, body.status]).toEqual([202, 'processing'])
  expect(await service.money(orderId)).toMatchObject({ held: 2500, captured: 0 })
})

test('POST /api/payments returns the outcome that another replica has written', async () => {
  const { orderId, buyer } = await service.knownOrder()
  const paying = service.pay(orderId, buyer)
  await service.reaches(orderId, 'Authorized')
  const other = new PaymentRepository(service.db, () => {})
  const payment = await other.apply({ orderId }, startCapturing(new Date()))
  if (payment !== null) await other.apply(payment, capture(payment, 'ch_other'))
  const { status, body } = await paying
  expect([status, body.stripeId]).toEqual([201, 'ch_other'])
})

test('POST /api/payments returns 409 and charges nothing when the goods are sold out', async () => {
  const { orderId, buyer } = await service.knownOrder()
  const [response] = await Promise.all([
    service.pay(orderId, buyer),
    service.publishOutcome(orderId, 'rejected'),
  ])
  expect([response.status, response.body.type]).toEqual([409, '/problems/sold-out'])
  expect(response.body.short).toMatchObject([{ wanted: 2, available: 1 }])
  await service.reaches(orderId, 'Cancelled')
  expect(await service.money(orderId)).toEqual({ intents: 1, held: 0, captured: 0, refunded: 0 })
  expect((await service.pay(orderId, buyer)).body.type).toBe('/problems/sold-out')
})

test('twelve payments at once with three cards capture the money once', async () => {
  const { orderId, buyer } = await service.knownOrder()
  const cards = ['tok_visa', 'pm_card_mastercard', 'tok_amex']
  const published = service.publishOutcome(orderId, 'reserved')
  const responses = await Promise.all(
    Array.from({ length: 12 }, (_, i) => service.pay(orderId, buyer, cards[i % 3])),
  )
  await published
  await service.reaches(orderId, 'Captured')
  expect(await service.money(orderId)).toEqual(CAPTURED_ONCE)
  for (const { status, body } of responses)
    expect([201, 200, 202, '/problems/payment-in-progress']).toContain(
      status === 409 ? body.type : status,
    )
})

test('POST /api/payments returns 503 when Stripe’s response is lost, and repeating it is safe', async () => {
  const { orderId, buyer } = await service.knownOrder()
  await service.fault(orderId, 'confirm', 'error-after-commit')
  const lost = await service.pay(orderId, buyer)
  expect([lost.status, lost.body.type]).toEqual([503, '/problems/unavailable'])
  const paid = await service.payReserved(orderId, buyer)
  expect(paid.status).toBeOneOf([200, 201])
  expect(await service.money(orderId)).toEqual(CAPTURED_ONCE)
})

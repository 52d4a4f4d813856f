import { afterAll, beforeAll, expect, test } from 'bun:test'
import { CAPTURED_ONCE, startTestPayments, type TestPayments } from '../testing/index.ts'

let service: TestPayments
beforeAll(async () => (service = await startTestPayments()))
afterAll(() => service.stop())

const CHALLENGED = { payment_method: 'pm_card_authenticationRequired' }

test('POST /api/payments returns 402 for a declined card; another card pays on the same PaymentIntent', async () => {
  const { orderId, buyer } = await service.knownOrder()
  const declined = await service.pay(orderId, buyer, 'pm_card_chargeDeclinedInsufficientFunds')
  expect([declined.status, declined.body.type]).toEqual([402, '/problems/card-declined'])
  expect(declined.body.declineCode).toBe('insufficient_funds')
  expect((await service.stored(orderId))?.['lastError']).toBe('insufficient_funds')
  const paid = await service.payReserved(orderId, buyer)
  expect(paid.status).toBe(201)
  expect(await service.money(orderId)).toEqual(CAPTURED_ONCE)
})

test('POST /api/payments returns 402 for a card that needs a challenge where none can be shown', async () => {
  const { orderId, buyer } = await service.knownOrder()
  const { status, body } = await service.pay(orderId, buyer, 'pm_card_authenticationRequired')
  expect([status, body.declineCode]).toEqual([402, 'authentication_required'])
})

test('POST /api/payments returns requires_action once; the same token pays after the challenge', async () => {
  const { orderId, buyer } = await service.knownOrder()
  const { id: token } = await service.stripe('test_helpers/confirmation_tokens', CHALLENGED)
  const first = await service.pay(orderId, buyer, token)
  expect([first.status, first.body.status]).toEqual([202, 'requires_action'])
  expect(first.body.clientSecret).toContain('_secret_')
  expect((await service.pay(orderId, buyer, token)).body).toEqual(first.body)
  const [intentId] = first.body.clientSecret.split('_secret_')
  await service.settleChallenge(intentId, 'succeed')
  const paid = await service.payReserved(orderId, buyer, token)
  expect(paid.status).toBe(201)
  expect(await service.money(orderId)).toEqual(CAPTURED_ONCE)
})

test('after a failed challenge another card can pay', async () => {
  const { orderId, buyer } = await service.knownOrder()
  const { id: token } = await service.stripe('test_helpers/confirmation_tokens', CHALLENGED)
  const { body } = await service.pay(orderId, buyer, token)
  const [intentId] = body.clientSecret.split('_secret_')
  await service.settleChallenge(intentId, 'fail')
  const paid = await service.payReserved(orderId, buyer, 'tok_visa')
  expect(paid.status).toBe(201)
  expect(await service.money(orderId)).toEqual(CAPTURED_ONCE)
})

test('POST /api/payments returns 400 for a token unknown to Stripe, and another can be tried at once', async () => {
  const { orderId, buyer } = await service.knownOrder()
  const { status, body } = await service.pay(orderId, buyer, 'tok_nobodyknowsthis')
  expect([status, body.errors[0].field]).toEqual([400, 'token'])
  expect((await service.pay(orderId, buyer, 'tok_chargeDeclined')).status).toBe(402)
})

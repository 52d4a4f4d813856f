import { afterAll, beforeAll, expect, test } from 'bun:test'
import { newId, newUser } from '@shop/shared/testing'
import { startTestPayments, type TestPayments } from '../testing/index.ts'

let service: TestPayments
beforeAll(async () => (service = await startTestPayments()))
afterAll(() => service.stop())

test('POST /api/payments returns 409 for a cancelled order', async () => {
  const { orderId, buyer } = await service.knownOrder()
  await service.pay(orderId, buyer, 'tok_chargeDeclined')
  await service.cancel(orderId)
  await service.reaches(orderId, 'Cancelled')
  const response = await service.pay(orderId, buyer)
  expect([response.status, response.body.type]).toEqual([409, '/problems/order-cancelled'])
  expect(await service.money(orderId)).toMatchObject({ held: 0, captured: 0 })
})

test('POST /api/payments returns 409 for an order older than 24 hours', async () => {
  const { orderId, buyer } = await service.knownOrder()
  const placedAt = new Date(Date.now() - 25 * 3600 * 1000)
  await service.db.collection('orders').updateOne({ _id: orderId as never }, { $set: { placedAt } })
  const { status, body } = await service.pay(orderId, buyer)
  expect([status, body.type]).toEqual([409, '/problems/order-expired'])
  expect((await service.money(orderId)).intents).toBe(0)
})

test('POST /api/payments returns 404 for other people’s orders and unknown ones', async () => {
  const { orderId, buyer } = await service.knownOrder()
  expect((await service.pay(orderId, newUser())).status).toBe(404)
  expect((await service.pay(newId(), buyer)).status).toBe(404)
  const json = { token: 'tok_visa', orderId }
  expect((await service.call('POST', '/api/payments', { json })).status).toBe(401)
  const member = { ...newUser(), guestIds: [buyer.sub] }
  expect((await service.pay(orderId, member, 'tok_chargeDeclined')).status).toBe(402)
  expect((await service.stored(orderId))?.['userId']).toBe(buyer.sub)
})

test.each([
  ['a token of an unknown kind', { token: 'card_1', orderId: newId() }],
  ['an empty token', { token: '', orderId: newId() }],
  ['an operator as the token', { token: { $gt: '' }, orderId: newId() }],
  ['a malformed order id', { token: 'tok_visa', orderId: 'x' }],
  ['an amount', { token: 'tok_visa', orderId: newId(), amount: 1 }],
])('POST /api/payments returns 400 for %s', async (_, json) => {
  const { status } = await service.call('POST', '/api/payments', { as: newUser(), json })
  expect(status).toBe(400)
})

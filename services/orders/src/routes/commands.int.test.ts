import { afterAll, beforeAll, expect, test } from 'bun:test'
import { commandsOf, newId, newUser } from '@shop/shared/testing'
import { onInventoryReserved } from '../listeners/on-inventory-reserved.ts'
import { onPaymentAuthorized } from '../listeners/on-payment-authorized.ts'
import { onPaymentCreated } from '../listeners/on-payment-created.ts'
import { OrderRepository } from '../order-repository.ts'
import { startTestOrders, type TestOrders } from '../testing/index.ts'

let service: TestOrders

beforeAll(async () => {
  // Keeps the sweepers out of the measurement.
  service = await startTestOrders({ SWEEP_MS: 600_000 })
})

afterAll(() => service.stop())

test('POST /api/orders costs two commands, GET /api/orders and /api/orders/:id one', async () => {
  const as = newUser()
  const { id: productId } = await service.knownProduct()
  const json = { items: [{ productId, quantity: 1 }] }
  const place = () => service.call('POST', '/api/orders', { as, json })
  expect(await commandsOf(service, place)).toEqual(['query products', 'insert orders'])
  const { body } = await place()
  const show = () => service.call('GET', `/api/orders/${body.id}`, { as })
  expect(await commandsOf(service, show)).toEqual(['query orders'])
  const list = () => service.call('GET', '/api/orders', { as })
  expect(await commandsOf(service, list)).toEqual(['query orders'])
})

test('each event of a paid order costs one command', async () => {
  const { order, buyer } = await service.placedOrder()
  const orders = new OrderRepository(service.db, () => {})
  const at = new Date().toISOString()
  const meta = { eventId: newId(), at, correlationId: newId(), v: 1 }
  const ids = { id: newId(), orderId: order.id, paymentId: newId(), userId: buyer.sub }
  const card = { brand: 'visa', last4: '4242' }
  const paid = { ...ids, items: [], stripeId: 'ch_1', ...card, authorizedAt: at, reservedAt: at }
  for (const listener of [onPaymentAuthorized, onInventoryReserved, onPaymentCreated])
    expect(
      await commandsOf(service, () => listener(orders).handle({ ...paid, meta } as never)),
    ).toEqual(['command orders'])
  expect((await orders.findById(order.id))?.status).toBe('Complete')
})

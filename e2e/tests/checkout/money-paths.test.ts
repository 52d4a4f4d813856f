import { expect, test } from 'bun:test'
import { eventually } from '@shop/shared/testing'
import { agreesWithLedger, endsAs, newOrder, newProduct, pay } from '../../fixtures/checkout.ts'

test('a payment completes the order, reduces the stock and empties the cart', async () => {
  const order = await newOrder(await newProduct(5), 2)
  const { status, body } = await pay(order)
  expect([status, body.status]).toEqual([201, 'succeeded'])
  const complete = await endsAs(order, 'Complete')
  expect(complete.payment).toEqual({ brand: 'visa', last4: '4242' })
  await eventually(async () => {
    const { timeline } = (await order.buyer.get(order.path)).body
    const steps = timeline.map((step: { what: string }) => step.what)
    expect(steps).toEqual(['placed', 'authorized', 'reserved', 'complete'])
  })
  await agreesWithLedger(order, 2)
})

test('a declined card charges nothing; another card pays the same order', async () => {
  const order = await newOrder(await newProduct(5))
  const declined = await pay(order, 'pm_card_chargeDeclined')
  expect([declined.status, declined.body.declineCode]).toEqual([402, 'generic_decline'])
  await agreesWithLedger(order, 0)
  expect((await pay(order, 'pm_card_mastercard')).status).toBe(201)
  await endsAs(order, 'Complete')
  await agreesWithLedger(order, 1)
})

test('POST /api/payments returns 409 for an order cancelled by its uppercase id', async () => {
  const order = await newOrder(await newProduct(5))
  const cancelled = await order.buyer.delete(`/api/orders/${order.orderId.toUpperCase()}`)
  expect([cancelled.status, cancelled.body.status]).toEqual([200, 'Cancelled'])
  await eventually(async () => {
    const { status, body } = await pay(order)
    expect([status, body.type]).toEqual([409, '/problems/order-cancelled'])
  })
  await agreesWithLedger(order, 0)
})

test('of two buyers of the last item, one gets it and the other is not charged', async () => {
  const product = await newProduct(1)
  const orders = await Promise.all([newOrder(product), newOrder(product)])
  const responses = await Promise.all(orders.map((order) => pay(order)))
  const codes = responses.map(({ status }) => status).toSorted((a, b) => a - b)
  expect(codes).toEqual([201, 409])
  const refused = responses.find(({ status }) => status === 409)
  expect(refused?.body).toMatchObject({ type: '/problems/sold-out' })
  expect(refused?.body.short).toEqual([{ productId: product.id, wanted: 1, available: 0 }])
  for (const order of orders) {
    const { status, reason } = await endsAs(order)
    if (status === 'Cancelled') expect(reason).toBe('out_of_stock')
    await agreesWithLedger(order, 1)
  }
})

test('POST /api/payments returns 409 when the order was cancelled', async () => {
  const order = await newOrder(await newProduct(5))
  expect((await order.buyer.delete(order.path)).body.status).toBe('Cancelled')
  await eventually(async () => {
    const { status, body } = await pay(order, 'tok_chargeDeclined')
    expect([status, body.type]).toEqual([409, '/problems/order-cancelled'])
  })
  await agreesWithLedger(order, 0)
})

test('DELETE /api/orders/:id returns order-final when the order is paid', async () => {
  const order = await newOrder(await newProduct(5))
  expect((await pay(order)).status).toBe(201)
  await endsAs(order, 'Complete')
  expect((await order.buyer.delete(order.path)).body.type).toBe('/problems/order-final')
  await agreesWithLedger(order, 1)
})

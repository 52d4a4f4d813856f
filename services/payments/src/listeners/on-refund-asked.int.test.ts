import { afterAll, beforeAll, expect, test } from 'bun:test'
import { eventually } from '@shop/shared/testing'
import { startTestPayments, type TestPayments } from '../testing/index.ts'

let service: TestPayments
beforeAll(async () => (service = await startTestPayments()))
afterAll(() => service.stop())

async function paidOrder() {
  const known = await service.knownOrder()
  expect((await service.payReserved(known.orderId, known.buyer)).status).toBe(201)
  return known
}

const { ask, end } = {
  ask: (...args: Parameters<TestPayments['refunds']['ask']>) => service.refunds.ask(...args),
  end: (...args: Parameters<TestPayments['refunds']['end']>) => service.refunds.end(...args),
}

async function intentOf(orderId: string): Promise<string> {
  return String((await service.stored(orderId))?.['paymentIntentId'])
}

async function storedRefund(orderId: string, n: number) {
  const payment = await service.stored(orderId)
  return payment?.['refunds'].find(({ id }: { id: string }) => id === `${orderId}-${n}`)
}

test('a refund is made once, however often it is asked, and its end is published', async () => {
  const { orderId, order } = await paidOrder()
  await Promise.all([1, 2, 3].map(() => ask(order, 1, 10)))
  const payload = { id: `${orderId}-1`, orderId, amount: 10, items: order.items, restock: true }
  expect(await end(orderId, 1)).toMatchObject({ ...payload, status: 'done' })
  expect(await service.money(orderId)).toMatchObject({ captured: 2500, refunded: 1000 })
  expect((await service.stored(orderId))?.['state']).toBe('Captured')
  expect((await service.stored(orderId))?.['refunds']).toHaveLength(1)
})

test('refunds that are asked at once never exceed the payment: the last one is lowered', async () => {
  const { orderId, order } = await paidOrder()
  await Promise.all([1, 2, 3].map((n) => ask(order, n, 12)))
  const all = await Promise.all([1, 2, 3].map((n) => end(orderId, n)))
  expect(all.map(({ status }) => status)).toEqual(['done', 'done', 'done'])
  expect(all.map(({ amount }) => amount).toSorted((a, b) => a - b)).toEqual([1, 12, 12])
  expect(await service.money(orderId)).toMatchObject({ refunded: 2500 })
})

test('what exceeds a payment that is refunded is done without Stripe', async () => {
  const { orderId, order } = await paidOrder()
  await ask(order, 1, 25)
  await end(orderId, 1)
  await service.fault(orderId, 'refund', 'error-before-commit')
  await ask(order, 2, 5)
  expect(await end(orderId, 2)).toMatchObject({ status: 'done', amount: 0 })
})

test('the first failure at Stripe ends a refund, and leaves its amount to others', async () => {
  const { orderId, order } = await paidOrder()
  await service.fault(orderId, 'refund', 'failed')
  await ask(order, 1, 25)
  expect(await end(orderId, 1)).toMatchObject({ status: 'failed' })
  await ask(order, 2, 25)
  expect(await end(orderId, 2)).toMatchObject({ status: 'done', amount: 25 })
  expect(await service.money(orderId)).toMatchObject({ refunded: 2500 })
})

test('a disputed payment cannot be refunded any more: the refund fails', async () => {
  const { orderId, order } = await paidOrder()
  const intentId = await intentOf(orderId)
  await service.sandboxPost(`payment_intents/${intentId}/dispute`)
  await ask(order, 1, 5)
  expect(await end(orderId, 1)).toMatchObject({ status: 'failed' })
})

test.each(['error-after-commit', 'error-before-commit', 'reset'])(
  'after %s the refund is looked up, and never made twice',
  async (kind) => {
    const { orderId, order } = await paidOrder()
    await service.fault(orderId, 'refund', kind)
    await ask(order, 1, 7)
    await ask(order, 1, 7)
    expect(await end(orderId, 1)).toMatchObject({ status: 'done', amount: 7 })
    expect(await service.money(orderId)).toMatchObject({ refunded: 700 })
  },
)

test('an idempotency key that stands for another request is replaced', async () => {
  const { orderId, order } = await paidOrder()
  const intentId = await intentOf(orderId)
  const other = await fetch(`${service.sandbox.url}/v1/refunds`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${service.sandbox.secretKey}`,
      'idempotency-key': `refund:${orderId}-1:700:0`,
    },
    body: new URLSearchParams({ payment_intent: intentId, amount: '99999' }),
  })
  expect(other.status).toBe(400)
  await ask(order, 1, 7)
  expect(await end(orderId, 1)).toMatchObject({ status: 'done', amount: 7 })
  expect(await storedRefund(orderId, 1)).toMatchObject({ tries: 1 })
})

test('a refund that was made in Stripe’s dashboard is recorded first, and leaves less', async () => {
  const { orderId, order } = await paidOrder()
  const foreign = service.published('payment:refunded')
  const intentId = await intentOf(orderId)
  const fields = { payment_intent: intentId, amount: '2000' }
  const { id: refundId } = await service.stripe('refunds', fields)
  await ask(order, 1, 10)
  expect(await end(orderId, 1)).toMatchObject({ status: 'done', amount: 5 })
  await eventually(() =>
    expect(foreign.find((event) => event.orderId === orderId)).toMatchObject({
      refundId,
      amount: 20,
      items: [],
      restock: false,
    }),
  )
  expect(await service.money(orderId)).toMatchObject({ refunded: 2500 })
})

test('a refund that has ended is answered again when it is asked again', async () => {
  const { orderId, order } = await paidOrder()
  await ask(order, 1, 10)
  await end(orderId, 1)
  await eventually(async () => expect((await service.stored(orderId))?.['outbox']).toEqual([]))
  await ask(order, 1, 10)
  const mine = () => service.refunds.ended.filter(({ id }) => id === `${orderId}-1`)
  await eventually(() => expect(mine().length).toBeGreaterThan(1))
  expect(new Set(mine().map(({ status }) => status))).toEqual(new Set(['done']))
  expect(await service.money(orderId)).toMatchObject({ refunded: 1000 })
})

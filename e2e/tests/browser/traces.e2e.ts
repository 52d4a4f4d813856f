import { GOOD_CARD, goToPayment, isComplete, pay } from '../../fixtures/browser/checkout.ts'
import { newProduct } from '../../fixtures/browser/products.ts'
import { fillCart } from '../../fixtures/browser/session.ts'
import { expect, test } from '../../fixtures/browser/test.ts'
import { collectSpans, edgesOf, newTrace } from '../../tools/traces/collector.ts'

// They listen on one port.
test.describe.configure({ mode: 'default' })

/** What causes what, at each place where a checkout passes from one program or server to the next. */
const EDGES = [
  'browser → storefront: POST /checkout.data',
  'storefront: POST /checkout.data → storefront: POST',
  'storefront: POST → orders: POST /api/orders',
  'orders: POST /api/orders → orders: insert orders',
  'orders: POST /api/orders → orders: publish order:created',
  'orders: publish order:created → payments: process order:created',
  'browser → storefront: POST /checkout/:orderId',
  'storefront: POST /checkout/:orderId → storefront: POST',
  'storefront: POST → payments: POST /api/payments',
  'payments: POST /api/payments → payments: insert payments',
  'payments: POST /api/payments → payments: Stripe POST /v1/payment_intents',
  'payments: POST /api/payments → payments: Stripe POST /v1/payment_intents/:id/confirm',
  'payments: POST /api/payments → payments: publish payment:authorized',
  'payments: publish payment:authorized → products: process payment:authorized',
  'products: process payment:authorized → products: insert reservations',
  'products: process payment:authorized → products: publish inventory:reserved',
  'products: publish inventory:reserved → payments: process inventory:reserved',
  'payments: process inventory:reserved → payments: Stripe POST /v1/payment_intents/:id/capture',
  'payments: process inventory:reserved → payments: publish payment:created',
  'payments: publish payment:created → orders: process payment:created',
  'payments: publish payment:created → products: process payment:created',
  'payments: publish payment:created → cart: process payment:created',
  'orders: process payment:created → orders: findAndModify orders',
  'orders: process payment:created → orders: publish order:completed',
  'orders: publish order:completed → notifications: process order:completed',
  'notifications: process order:completed → notifications: update messages',
  'notifications: process order:completed → notifications: send mail',
]

// First: spans of an earlier trace may be late.
test('a request that asks for no trace leaves no span', async ({ shopper }) => {
  const { path } = await newProduct()
  await using collector = await collectSpans()
  await shopper.goto(path)
  const asked = newTrace()
  await shopper.setExtraHTTPHeaders({ traceparent: asked.traceparent })
  await shopper.goto(path)
  await expect.poll(() => collector.spans.length, { timeout: 20_000 }).toBeGreaterThan(0)
  expect(collector.spans.filter(({ traceId }) => traceId !== asked.traceId)).toEqual([])
})

test('a checkout is one trace, from the browser to the mail', async ({ shopper }) => {
  const { id } = await newProduct()
  await fillCart(shopper, [{ id }])
  const { traceId, traceparent } = newTrace()
  await using collector = await collectSpans()
  await shopper.setExtraHTTPHeaders({ traceparent })
  await goToPayment(shopper)
  await pay(shopper, GOOD_CARD)
  await isComplete(shopper)
  const missing = () => {
    const edges = edgesOf(collector.spans.filter((span) => span.traceId === traceId))
    return EDGES.filter((edge) => !edges.includes(edge))
  }
  await expect.poll(missing, { timeout: 20_000 }).toEqual([])
})

test('a payment names the trace in which its order was placed', async ({ shopper }) => {
  const { id } = await newProduct()
  await fillCart(shopper, [{ id }])
  const [placed, paid] = [newTrace(), newTrace()]
  await using collector = await collectSpans()
  await shopper.setExtraHTTPHeaders({ traceparent: placed.traceparent })
  await goToPayment(shopper)
  await shopper.setExtraHTTPHeaders({ traceparent: paid.traceparent })
  await pay(shopper, GOOD_CARD)
  await isComplete(shopper)
  const linked = () =>
    collector.spans
      .filter(({ traceId, name }) => traceId === paid.traceId && name === 'POST /api/payments')
      .flatMap(({ links }) => links.map(({ traceId }) => traceId))
  await expect.poll(linked, { timeout: 20_000 }).toEqual([placed.traceId])
})

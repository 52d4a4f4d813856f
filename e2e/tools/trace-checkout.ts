import { eventually } from '@shop/shared/testing'
import { Visitor, type ShopResponse } from '../fixtures/visitor.ts'
import { collectSpans, newTrace } from './traces/collector.ts'
import { drawTrace } from './traces/draw.ts'

/** Long enough for the last program to send its spans. */
const LATE_MS = 3000

/** Buys one unit of the first product of the running shop as one trace. */
async function buy(traceparent: string): Promise<void> {
  const buyer = await Visitor.of()
  const post = (path: string, json: unknown) => buyer.post(path, json, { traceparent })
  const { items } = must(await buyer.get('/api/products?inStock=1&limit=1')).body
  const [product] = items
  if (product === undefined) throw new Error('the shop has nothing to sell')
  const line = { productId: product.id, quantity: 1 }
  must(await post('/api/cart/items', line))
  const order = must(await post('/api/orders', { items: [line] })).body
  must(await post('/api/payments', { token: 'tok_visa', orderId: order.id }))
  console.log(`order ${order.id}: 1 × ${product.title}`)
}

function must(response: ShopResponse): ShopResponse {
  if (response.status >= 300) throw new Error(`${response.status} ${response.text}`)
  return response
}

async function main(): Promise<void> {
  await using collector = await collectSpans()
  const { traceId, traceparent } = newTrace()
  await buy(traceparent)
  const trace = () => collector.spans.filter((span) => span.traceId === traceId)
  await eventually(() => {
    if (!trace().some(({ name }) => name === 'send mail'))
      throw new Error(
        'no mail was traced: start the shop with bun run dev, or set the variables of tracing',
      )
  }, 20_000)
  await Bun.sleep(LATE_MS)
  console.log(drawTrace(trace()))
}

await main().catch((error: Error) => {
  console.error(error.message)
  process.exitCode = 1
})

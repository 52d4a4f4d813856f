import { expect, test } from 'bun:test'
import { readStack, serverEvents } from '@shop/shared/testing'
import { newOrder, newProduct, pay, type Order } from '../../fixtures/checkout.ts'

async function follow({ buyer, path }: Order) {
  const { url, ca } = await readStack()
  const response = await fetch(new URL(`${path}/events`, url), {
    headers: { cookie: buyer.cookie },
    tls: { ca: await Bun.file(ca).text() },
  })
  expect(response.status).toBe(200)
  return serverEvents(response)
}

test('GET /api/orders/:id/events streams each step of the payment and ends', async () => {
  const order = await newOrder(await newProduct(2))
  const events = await follow(order)
  const first = (await events.next()).value
  expect(first).toMatchObject({ event: 'order', id: '0', data: { status: 'Created' } })
  expect((await pay(order)).status).toBe(201)
  const seen = []
  for await (const { id, data } of events) seen.push({ version: Number(id), order: data })
  for (const [i, { version, order: shown }] of seen.entries()) {
    expect(shown.version).toBe(version)
    expect(version).toBeGreaterThan(seen[i - 1]?.version ?? 0)
  }
  const last = seen.at(-1)?.order
  expect(last).toMatchObject({ id: order.orderId, status: 'Complete', payment: { brand: 'visa' } })
  expect(last?.timeline.map(({ what }) => what)).toEqual([
    'placed',
    'authorized',
    'reserved',
    'complete',
  ])
})

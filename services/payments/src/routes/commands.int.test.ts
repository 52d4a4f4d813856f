import { afterAll, beforeAll, expect, test } from 'bun:test'
import { commandsOf, eventually } from '@shop/shared/testing'
import { startTestPayments, type TestPayments } from '../testing/index.ts'
import { sendWebhook, webhookBody } from '../testing/webhook.ts'

let service: TestPayments

beforeAll(async () => {
  // Keeps the sweepers out of the measurement.
  service = await startTestPayments({ SWEEP_MS: 600_000 })
})

afterAll(() => service.stop())

type Order = Awaited<ReturnType<TestPayments['knownOrder']>>

async function payWhole({ orderId, buyer }: Order): Promise<void> {
  expect((await service.payReserved(orderId, buyer)).status).toBe(201)
}

/** How many calls to Stripe this process has made so far, or only those by one method. */
async function stripeCalls(method = ''): Promise<number> {
  const metrics = await (await service.fetch(new Request('http://shop/metrics'))).text()
  const counts = [
    ...metrics.matchAll(/^stripe_call_duration_seconds_count\{call="(.*)",.*\} (\d+)$/gm),
  ]
  return counts
    .filter(([, call]) => call?.startsWith(method))
    .reduce((sum, [, , count]) => sum + Number(count), 0)
}

test('a whole payment costs seven commands, besides polls for another replica', async () => {
  const order = await service.knownOrder()
  const commands = await commandsOf(service, () => payWhole(order))
  const polls = commands.filter((command) => command === 'query payments')
  expect(commands.filter((command) => command !== 'query payments')).toEqual([
    'query orders',
    'insert payments',
    'query orders',
    // The PaymentIntent, Authorized, Capturing, Captured.
    ...Array(4).fill('command payments'),
  ])
  expect(polls.length).toBeLessThanOrEqual(2)
})

test('order:created costs one command, a webhook that repeats a response none', async () => {
  const { orderId, buyer, order } = await service.knownOrder()
  await payWhole({ orderId, buyer, order })
  for (const event of ['amount_capturable_updated', 'succeeded']) {
    const body = webhookBody(orderId, `payment_intent.${event}`)
    expect(await commandsOf(service, () => sendWebhook(service, body))).toEqual([])
  }
  const placed = commandsOf(service, () => service.knownOrder())
  expect((await placed).filter((command) => !command.startsWith('query'))).toEqual([
    'update orders',
  ])
})

test('a whole payment makes three calls to Stripe: create, confirm, capture', async () => {
  const order = await service.knownOrder()
  const before = await stripeCalls()
  await payWhole(order)
  expect((await stripeCalls()) - before).toBe(3)
})

test('a webhook waits for the running attempt and asks Stripe nothing', async () => {
  const { orderId, buyer } = await service.knownOrder()
  await service.fault(orderId, 'confirm', 'timeout-after-commit', { ms: 500 })
  const before = await stripeCalls('GET')
  const paying = service.pay(orderId, buyer)
  await eventually(async () => expect((await service.money(orderId)).held).toBe(2500))
  expect((await service.stored(orderId))?.['state']).toBe('Pending')
  expect((await sendWebhook(service, webhookBody(orderId))).status).toBe(200)
  expect((await service.stored(orderId))?.['state']).toBe('Authorized')
  expect(await stripeCalls('GET')).toBe(before)
  await service.cancel(orderId)
  expect((await paying).status).toBe(409)
})

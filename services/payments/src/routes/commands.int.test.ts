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

/** The measured count, which may only fall, and two polls of a slow payment. */
const WHOLE_PAYMENT = 14 + 2

type Order = Awaited<ReturnType<TestPayments['knownOrder']>>

async function payWhole({ orderId, buyer }: Order): Promise<void> {
  await Promise.all([service.pay(orderId, buyer), service.publishOutcome(orderId, 'reserved')])
  await service.reaches(orderId, 'Captured')
}

/** How many calls to Stripe this process has made so far. */
async function stripeCalls(): Promise<number> {
  const metrics = await (await service.fetch(new Request('http://shop/metrics'))).text()
  const counts = [...metrics.matchAll(/^stripe_calls_total\{.*\} (\d+)$/gm)]
  return counts.reduce((sum, [, count]) => sum + Number(count), 0)
}

test('a whole payment costs at most 16 commands', async () => {
  const order = await service.knownOrder()
  const commands = await commandsOf(service, () => payWhole(order))
  expect(commands.length).toBeLessThanOrEqual(WHOLE_PAYMENT)
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
  const before = await stripeCalls()
  const paying = service.pay(orderId, buyer)
  await eventually(async () => expect((await service.money(orderId)).held).toBe(2500))
  expect((await service.stored(orderId))?.['state']).toBe('Pending')
  expect((await sendWebhook(service, webhookBody(orderId))).status).toBe(200)
  expect((await service.stored(orderId))?.['state']).toBe('Authorized')
  expect((await stripeCalls()) - before).toBe(2)
  await service.cancel(orderId)
  expect((await paying).status).toBe(409)
})

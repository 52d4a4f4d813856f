import { afterAll, beforeAll, expect, test } from 'bun:test'
import { commandsOf } from '@shop/shared/testing'
import { startTestPayments, type TestPayments } from '../testing/index.ts'

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

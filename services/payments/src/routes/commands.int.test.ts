import { afterAll, beforeAll, expect, test } from 'bun:test'
import { commandsOf, eventually } from '@shop/shared/testing'
import { startTestPayments, type TestPayments } from '../testing/index.ts'

let service: TestPayments

beforeAll(async () => {
  // Keeps the sweepers out of the measurement.
  service = await startTestPayments({ SWEEP_MS: 600_000 })
})

afterAll(() => service.stop())

/** The measured count, which may only fall, and two polls of a slow payment. */
const WHOLE_PAYMENT = 14 + 2

test('a whole payment costs at most 16 commands', async () => {
  const { orderId, buyer } = await service.knownOrder()
  const commands = await commandsOf(service, async () => {
    await Promise.all([service.pay(orderId, buyer), service.publishOutcome(orderId, 'reserved')])
    await eventually(async () =>
      expect((await service.stored(orderId))?.['state']).toBe('Captured'),
    )
  })
  expect(commands.length).toBeLessThanOrEqual(WHOLE_PAYMENT)
})

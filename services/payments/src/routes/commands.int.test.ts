import { afterAll, beforeAll, expect, test } from 'bun:test'
import { commandsOf, eventually } from '@shop/shared/testing'
import { startTestPayments, type TestPayments } from '../testing/index.ts'

let service: TestPayments

beforeAll(async () => {
  // No sweep comes between.
  service = await startTestPayments({ SWEEP_MS: 600_000 })
})

afterAll(() => service.stop())

/** What was measured, which may only fall, and two looks of a payer who waits long on a busy machine. */
const WHOLE_PAYMENT = 14 + 2

test('a payment from the token to the captured money costs no more commands than it did', async () => {
  const { orderId, buyer } = await service.knownOrder()
  const commands = await commandsOf(service, async () => {
    await Promise.all([service.pay(orderId, buyer), service.answer(orderId, 'reserved')])
    await eventually(async () =>
      expect((await service.stored(orderId))?.['state']).toBe('Captured'),
    )
  })
  expect(commands.length).toBeLessThanOrEqual(WHOLE_PAYMENT)
})

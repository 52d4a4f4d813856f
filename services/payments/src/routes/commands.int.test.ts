import { afterAll, beforeAll, expect, test } from 'bun:test'
import { commandsOf, eventually } from '@shop/shared/testing'
import { startTestPayments, type TestPayments } from '../testing.ts'

let service: TestPayments

beforeAll(async () => {
  // No sweep comes between.
  service = await startTestPayments({ SWEEP_MS: 600_000 })
})

afterAll(() => service.stop())

/** What was measured first; it may only fall. The waiting payer's looks at the outcome come on top. */
const WHOLE_PAYMENT = 8

test('a payment from the token to the captured money costs no more commands than it did', async () => {
  const { orderId, buyer } = await service.knownOrder()
  const commands = await commandsOf(service, async () => {
    await Promise.all([service.pay(orderId, buyer), service.answer(orderId, 'reserved')])
    await eventually(async () =>
      expect((await service.stored(orderId))?.['state']).toBe('Captured'),
    )
  })
  const looks = commands.filter((command) => command === 'query payments').length
  expect(commands.length - looks).toBeLessThanOrEqual(WHOLE_PAYMENT)
})

import { afterAll, expect, test } from 'bun:test'
import { eventually, newHold, newIntent, startForTest } from '../testing/index.ts'
import { startReceiver } from '../testing/receiver.ts'

const receiver = startReceiver()
const { stripe, stop } = startForTest({
  webhookUrl: receiver.url,
  webhookEvents: ['charge.captured'],
})
afterAll(async () => {
  await stop()
  await receiver.stop()
})

test('events of other types, however many, hold up none that is wanted', async () => {
  for (let n = 0; n < 20; n += 1) await newIntent(stripe, 'unwanted')
  const { id } = await newHold(stripe, 'wanted')
  await stripe.paymentIntents.capture(id)
  const [event] = await eventually(() => {
    const events = receiver.eventsOf('wanted')
    return events.length > 0 ? events : undefined
  })
  expect(event?.type).toBe('charge.captured')
})

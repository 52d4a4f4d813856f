import { afterAll, beforeAll, expect, test } from 'bun:test'
import { newId } from '@shop/shared/testing'
import { startTestPayments, type TestPayments } from '../testing/index.ts'
import { sendWebhook, webhookBody } from '../testing/webhook.ts'

let service: TestPayments
beforeAll(async () => (service = await startTestPayments({ LIMIT_SCALE: 1 })))
afterAll(() => service.stop())

test('webhooks are never refused for their number: Stripe sends all of them from few addresses', async () => {
  const all = Array.from({ length: 300 }, () => sendWebhook(service, webhookBody(newId())))
  const statuses = (await Promise.all(all)).map(({ status }) => status)
  expect(new Set(statuses)).toEqual(new Set([200]))
})

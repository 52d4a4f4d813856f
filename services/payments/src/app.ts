import type { AppEnv } from '@shop/shared/http'
import { Hono } from 'hono'
import type { Deps } from './deps.ts'
import { createPayment } from './routes/create-payment.ts'
import { receiveWebhook } from './routes/receive-webhook.ts'

export function createPaymentsApp(deps: Deps, webhookSecret: string) {
  return new Hono<AppEnv>()
    .basePath('/api/payments')
    .post('/', ...createPayment(deps))
    .post('/webhook', ...receiveWebhook(deps, webhookSecret))
}

import { PaymentResponse } from '@shop/shared/contracts'
import type { Api } from './client.server.ts'

/** Pays an order with a Stripe confirmation token; safe to repeat. */
export function pay(api: Api, orderId: string, token: string) {
  const json = { orderId, token }
  return api.call('PAYMENTS', '/api/payments', PaymentResponse, { method: 'POST', json })
}

import { RefundCheck } from '@shop/shared/contracts'
import type { Api } from './client.server.ts'

/** What a refund would do. */
export function checkRefund(api: Api, orderId: string, json: object) {
  const path = `/api/orders/sold/${orderId}/refunds?dryRun=1`
  return api.call('ORDERS', path, RefundCheck, { method: 'POST', json })
}

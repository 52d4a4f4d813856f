import {
  SoldOrderResponse,
  StaffOrderResponse,
  StaffPageResponse,
  type ForSeller,
} from '@shop/shared/contracts'
import type { Api } from './client.server.ts'
import { orFirstPage } from './first-page.server.ts'
import { staffQuery } from './staff.server.ts'

export function listAllOrders(api: Api, filters: Record<string, string>, cursor: string | null) {
  return orFirstPage(cursor, (from) =>
    api.call('ORDERS', `/api/orders/all?${staffQuery(filters, from)}`, StaffPageResponse),
  )
}

export function getAnyOrder(api: Api, id: string) {
  return api.call('ORDERS', `/api/orders/all/${id}`, StaffOrderResponse)
}

interface Act {
  /** Below the order's address. */
  path: string
  json: { staff: ForSeller }
  idempotencyKey: string
}

/** Does for a seller what the seller could do. */
export function actForSeller(api: Api, id: string, { path, json, idempotencyKey }: Act) {
  return api.call('ORDERS', `/api/orders/sold/${id}/${path}`, SoldOrderResponse, {
    method: 'POST',
    json,
    headers: { 'idempotency-key': idempotencyKey },
  })
}

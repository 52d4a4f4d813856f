import {
  OrderResponse,
  SoldOrderResponse,
  type Address,
  type PlaceOrderBody,
} from '@shop/shared/contracts'
import * as v from 'valibot'
import type { Api } from './client.server.ts'
import { orFirstPage } from './first-page.server.ts'

const OrderPage = v.object({ items: v.array(OrderResponse), nextCursor: v.nullable(v.string()) })
const SoldPage = v.object({ items: v.array(SoldOrderResponse), nextCursor: v.nullable(v.string()) })

export function getOrder(api: Api, id: string) {
  return api.call('ORDERS', `/api/orders/${id}`, OrderResponse)
}

export function listOrders(api: Api, cursor: string | null, limit: number) {
  return orFirstPage(cursor, (from) =>
    api.call('ORDERS', `/api/orders?${pageQuery(from, limit)}`, OrderPage),
  )
}

export function listSoldOrders(api: Api, cursor: string | null, limit: number) {
  return orFirstPage(cursor, (from) =>
    api.call('ORDERS', `/api/orders/sold?${pageQuery(from, limit)}`, SoldPage),
  )
}

/** Places an order; the same key returns the same order. */
export function placeOrder(api: Api, json: PlaceOrderBody, idempotencyKey: string) {
  const headers = { 'idempotency-key': idempotencyKey }
  return api.call('ORDERS', '/api/orders', OrderResponse, { method: 'POST', json, headers })
}

/** The shipping address, and the email address of a guest. */
export interface Recipient {
  address: Address
  email?: string
}

export function changeAddress(api: Api, id: string, json: Recipient) {
  return api.call('ORDERS', `/api/orders/${id}/address`, OrderResponse, { method: 'PUT', json })
}

export function cancelOrder(api: Api, id: string) {
  return api.call('ORDERS', `/api/orders/${id}`, OrderResponse, { method: 'DELETE' })
}

function pageQuery(cursor: string | null, limit: number): string {
  return String(new URLSearchParams({ limit: String(limit), ...(cursor && { cursor }) }))
}

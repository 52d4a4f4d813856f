import { OrderReply, SoldOrderReply, type PlaceOrderBody } from '@shop/shared/contracts'
import * as v from 'valibot'
import type { Api } from './client.server.ts'

const OrderPage = v.object({ items: v.array(OrderReply), nextCursor: v.nullable(v.string()) })
const SoldPage = v.object({ items: v.array(SoldOrderReply), nextCursor: v.nullable(v.string()) })

export function getOrder(api: Api, id: string) {
  return api.call('ORDERS', `/api/orders/${id}`, OrderReply)
}

export function listOrders(api: Api, cursor: string | null, limit: number) {
  return api.call('ORDERS', `/api/orders?${pageQuery(cursor, limit)}`, OrderPage)
}

export function listSoldOrders(api: Api, cursor: string | null, limit: number) {
  return api.call('ORDERS', `/api/orders/sold?${pageQuery(cursor, limit)}`, SoldPage)
}

/** Places an order; the same key gives the same order again. */
export function placeOrder(api: Api, json: PlaceOrderBody, idempotencyKey: string) {
  const headers = { 'idempotency-key': idempotencyKey }
  return api.call('ORDERS', '/api/orders', OrderReply, { method: 'POST', json, headers })
}

export function cancelOrder(api: Api, id: string) {
  return api.call('ORDERS', `/api/orders/${id}`, OrderReply, { method: 'DELETE' })
}

function pageQuery(cursor: string | null, limit: number): string {
  return String(new URLSearchParams({ limit: String(limit), ...(cursor && { cursor }) }))
}

import {
  OrderResponse,
  SoldOrderResponse,
  type Address,
  type GiveBackBody,
  type PlaceOrderBody,
} from '@shop/shared/contracts'
import * as v from 'valibot'
import { cookieOf } from '../lib/cookie.server.ts'
import type { Api } from './client.server.ts'
import { orFirstPage } from './first-page.server.ts'
import { isRefusal } from './refusal.server.ts'

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

export function getSoldOrder(api: Api, id: string) {
  return api.call('ORDERS', `/api/orders/sold/${id}`, SoldOrderResponse)
}

interface Change {
  method: 'POST' | 'PUT'
  /** Below the order's address. */
  path: string
  json?: object
  idempotencyKey?: string
}

/** Changes a sold order after its payment. */
export function changeSoldOrder(api: Api, id: string, change: Change) {
  const { method, path, json, idempotencyKey } = change
  return api.call('ORDERS', `/api/orders/sold/${id}/${path}`, SoldOrderResponse, {
    method,
    ...(json && { json }),
    ...(idempotencyKey !== undefined && { headers: { 'idempotency-key': idempotencyKey } }),
  })
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

/** Whether the visitor followed the mailed link of an order. */
export function hasOrderKey(request: Request, id: string): boolean {
  return cookieOf(request, `order_${id}`) !== ''
}

/** The order if the visitor may see it: by their session, or by the key of a mailed link. */
export async function findOrder(api: Api, request: Request, id: string) {
  if (!api.hasSession() && !hasOrderKey(request, id)) return null
  try {
    return await getOrder(api, id)
  } catch (error) {
    if (isRefusal(error) && error.status === 404) return null
    throw error
  }
}

/** Opens an order by the key of its mailed link. */
export function openOrder(api: Api, id: string, key: string) {
  const json = { key }
  return api.call('ORDERS', `/api/orders/${id}/open`, v.literal(''), { method: 'POST', json })
}

export function confirmDelivery(api: Api, id: string, sellerId: string) {
  const path = `/api/orders/${id}/parcels/${sellerId}/received`
  return api.call('ORDERS', path, OrderResponse, { method: 'POST' })
}

/** Gives lines back; the same key changes nothing more. */
export function giveBack(api: Api, id: string, json: GiveBackBody, idempotencyKey: string) {
  const headers = { 'idempotency-key': idempotencyKey }
  const path = `/api/orders/${id}/returns`
  return api.call('ORDERS', path, OrderResponse, { method: 'POST', json, headers })
}

/** Mails the links of the orders with this number and address; says nothing about whether there are any. */
export function mailOrderLinks(api: Api, json: { number: string; email: string }) {
  return api.call('ORDERS', '/api/orders/find', v.literal(''), { method: 'POST', json })
}

export function cancelOrder(api: Api, id: string) {
  return api.call('ORDERS', `/api/orders/${id}`, OrderResponse, { method: 'DELETE' })
}

function pageQuery(cursor: string | null, limit: number): string {
  return String(new URLSearchParams({ limit: String(limit), ...(cursor && { cursor }) }))
}

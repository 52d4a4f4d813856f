import {
  OrderResponse,
  SalesResponse,
  SoldOrderResponse,
  SoldPageResponse,
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

export function getOrder(api: Api, id: string) {
  return api.call('ORDERS', `/api/orders/${id}`, OrderResponse)
}

export function listOrders(api: Api, cursor: string | null, limit: number) {
  return orFirstPage(cursor, (from) =>
    api.call('ORDERS', `/api/orders?${pageQuery(from, limit)}`, OrderPage),
  )
}

/** Which sold orders to list: a status, a search, or all. */
export interface SoldFilters {
  status?: string
  q?: string
}

export function listSoldOrders(
  api: Api,
  filters: SoldFilters,
  cursor: string | null,
  limit: number,
) {
  return orFirstPage(cursor, (from) => {
    const query = pageQuery(from, limit, filters)
    return api.call('ORDERS', `/api/orders/sold?${query}`, SoldPageResponse)
  })
}

/** The sales of some days, in UTC, both included. */
export function sumUpSales(api: Api, period: { from: string; to: string }) {
  const query = new URLSearchParams(period)
  return api.call('ORDERS', `/api/orders/sold/summary?${query}`, SalesResponse)
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

/** Adds an order that was opened by its link to the account. */
export function claimOrder(api: Api, id: string) {
  return api.call('ORDERS', `/api/orders/${id}/claim`, OrderResponse, { method: 'POST' })
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

function pageQuery(cursor: string | null, limit: number, filters: SoldFilters = {}): string {
  const { status = '', q = '' } = filters
  const query = new URLSearchParams({
    limit: String(limit),
    ...(status !== '' && { status }),
    ...(q !== '' && { q }),
    ...(cursor && { cursor }),
  })
  return String(query)
}

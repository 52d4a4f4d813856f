import {
  BulkResponse,
  ProductPageResponse,
  ProductResponse,
  ReportResponse,
  StockMoveResponse,
  type BulkBody,
  type ChangeStockBody,
  type ReportBody,
  type UpdateProductBody,
} from '@shop/shared/contracts'
import * as v from 'valibot'
import type { Api } from './client.server.ts'
import { orFirstPage } from './first-page.server.ts'

const NOTHING = v.literal('')

const StockMovesPage = v.strictObject({
  items: v.array(StockMoveResponse),
  nextCursor: v.nullable(v.string()),
})

export function listProducts(api: Api, query: URLSearchParams) {
  return orFirstPage(query.get('cursor'), (cursor) => {
    const page = new URLSearchParams(query)
    if (cursor === null) page.delete('cursor')
    return api.call('PRODUCTS', `/api/products?${page}`, ProductPageResponse)
  })
}

export function changeProducts(api: Api, json: v.InferInput<typeof BulkBody>) {
  return api.call('PRODUCTS', '/api/products/bulk', BulkResponse, { method: 'POST', json })
}

export function publishProduct(api: Api, id: string) {
  return api.call('PRODUCTS', `/api/products/${id}/publish`, ProductResponse, { method: 'POST' })
}

export function appealProduct(api: Api, id: string, note: string) {
  return api.call('PRODUCTS', `/api/products/${id}/appeal`, ProductResponse, {
    method: 'POST',
    json: { note },
  })
}

export function reportProduct(api: Api, id: string, json: ReportBody) {
  return api.call('PRODUCTS', `/api/products/${id}/reports`, ReportResponse, {
    method: 'POST',
    json,
  })
}

export function listStockMoves(api: Api, id: string, cursor: string | null) {
  return orFirstPage(cursor, (from) => {
    const page = new URLSearchParams({ limit: '30', ...(from !== null && { cursor: from }) })
    return api.call('PRODUCTS', `/api/products/${id}/stock?${page}`, StockMovesPage)
  })
}

export function getProduct(api: Api, id: string) {
  return api.call('PRODUCTS', `/api/products/${id}`, ProductResponse)
}

export function createProduct(api: Api, form: FormData) {
  return api.call('PRODUCTS', '/api/products', ProductResponse, { method: 'POST', form })
}

export function updateProduct(api: Api, id: string, json: UpdateProductBody) {
  return api.call('PRODUCTS', `/api/products/${id}`, ProductResponse, { method: 'PUT', json })
}

export function changeStock(api: Api, id: string, json: ChangeStockBody) {
  return api.call('PRODUCTS', `/api/products/${id}/stock`, ProductResponse, {
    method: 'POST',
    json,
  })
}

export function archiveProduct(api: Api, id: string) {
  return api.call('PRODUCTS', `/api/products/${id}`, NOTHING, { method: 'DELETE' })
}

export function restoreProduct(api: Api, id: string) {
  return api.call('PRODUCTS', `/api/products/${id}/restore`, ProductResponse, { method: 'POST' })
}

export function addPicture(api: Api, id: string, form: FormData) {
  return api.call('PRODUCTS', `/api/products/${id}/images`, ProductResponse, {
    method: 'POST',
    form,
  })
}

export function orderPictures(api: Api, id: string, order: string[]) {
  const json = { order }
  return api.call('PRODUCTS', `/api/products/${id}/images`, ProductResponse, {
    method: 'PUT',
    json,
  })
}

export function removePicture(api: Api, id: string, name: string) {
  const path = `/api/products/${id}/images/${encodeURIComponent(name)}`
  return api.call('PRODUCTS', path, NOTHING, { method: 'DELETE' })
}

import { AllProductsResponse, CasesResponse, ProductResponse } from '@shop/shared/contracts'
import * as v from 'valibot'
import type { Api } from './client.server.ts'
import { orFirstPage } from './first-page.server.ts'
import { staffQuery } from './staff.server.ts'

/** Products that people report, by state. */
export function listCases(api: Api, status: string, cursor: string | null) {
  return orFirstPage(cursor, (from) =>
    api.call('PRODUCTS', `/api/products/reports?${staffQuery({ status }, from)}`, CasesResponse),
  )
}

/** All products, also those that shoppers do not find. */
export function listAllProducts(api: Api, filters: Record<string, string>, cursor: string | null) {
  return orFirstPage(cursor, (from) =>
    api.call('PRODUCTS', `/api/products/all?${staffQuery(filters, from)}`, AllProductsResponse),
  )
}

export function moderate(api: Api, id: string, act: 'hide' | 'unhide', reason: string) {
  const options = { method: 'POST', json: { reason } } as const
  return api.call('PRODUCTS', `/api/products/${id}/${act}`, ProductResponse, options)
}

export function dismissReports(api: Api, id: string) {
  const path = `/api/products/reports/${id}/dismiss`
  return api.call('PRODUCTS', path, v.literal(''), { method: 'POST' })
}

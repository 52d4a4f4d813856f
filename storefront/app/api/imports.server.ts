import { ImportCheck, ImportResponse } from '@shop/shared/contracts'
import type { Api } from './client.server.ts'

const PATH = '/api/products/import'

/** What an import of the file would do. */
export function checkImport(api: Api, csv: string) {
  return api.call('PRODUCTS', `${PATH}?dryRun=1`, ImportCheck, { method: 'POST', json: { csv } })
}

/** All that is wrong with the file, as a CSV file. */
export function openProblems(api: Api, csv: string) {
  return api.open('PRODUCTS', `${PATH}/problems.csv`, { method: 'POST', json: { csv } })
}

/** Begins an import; the same key returns the same import. */
export function beginImport(api: Api, csv: string, key: string) {
  const headers = { 'idempotency-key': key }
  return api.call('PRODUCTS', PATH, ImportResponse, { method: 'POST', json: { csv }, headers })
}

export function getImport(api: Api, id: string) {
  return api.call('PRODUCTS', `/api/products/imports/${id}`, ImportResponse)
}

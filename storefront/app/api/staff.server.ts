import {
  API_PATHS,
  DeadLetterResponse,
  MessageResponse,
  PersonResponse,
  ReplayResponse,
  SERVICES,
  type ServiceName,
} from '@shop/shared/contracts'
import * as v from 'valibot'
import type { Api, Service } from './client.server.ts'
import { orFirstPage } from './first-page.server.ts'

const ADDRESS_OF: Record<ServiceName, Service> = {
  auth: 'AUTH',
  products: 'PRODUCTS',
  cart: 'CART',
  orders: 'ORDERS',
  payments: 'PAYMENTS',
  notifications: 'NOTIFICATIONS',
}

const PAGE = 20

function pageOf<S extends v.GenericSchema>(item: S) {
  return v.object({ items: v.array(item), nextCursor: v.nullable(v.string()) })
}

/** What staff list: filters without empty ones, and the page. */
export function staffQuery(filters: Record<string, string>, cursor: string | null): string {
  const given = Object.entries(filters).filter(([, value]) => value !== '')
  const page = { limit: String(PAGE), ...(cursor !== null && { cursor }) }
  return String(new URLSearchParams({ ...Object.fromEntries(given), ...page }))
}

export function searchPeople(api: Api, filters: Record<string, string>, cursor: string | null) {
  return orFirstPage(cursor, (from) =>
    api.call('AUTH', `/api/users?${staffQuery(filters, from)}`, pageOf(PersonResponse)),
  )
}

export function actOnPerson(api: Api, id: string, act: 'block' | 'unblock', reason: string) {
  const options = { method: 'POST', json: { reason } } as const
  return api.call('AUTH', `/api/users/${encodeURIComponent(id)}/${act}`, PersonResponse, options)
}

export function listMessages(api: Api, filters: Record<string, string>, cursor: string | null) {
  const path = `${API_PATHS.notifications}/messages`
  return orFirstPage(cursor, (from) =>
    api.call('NOTIFICATIONS', `${path}?${staffQuery(filters, from)}`, pageOf(MessageResponse)),
  )
}

export function sendAgain(api: Api, id: string) {
  const path = `${API_PATHS.notifications}/messages/${encodeURIComponent(id)}/send-again`
  return api.call('NOTIFICATIONS', path, MessageResponse, { method: 'POST' })
}

/** The newest dead letters of each service; null for a service that does not respond. */
export function listDeadLetters(api: Api) {
  return Promise.all(
    SERVICES.map(async (service) => {
      const path = `${API_PATHS[service]}/dead-letters?limit=50`
      const page = await api
        .call(ADDRESS_OF[service], path, pageOf(DeadLetterResponse))
        .catch(() => null)
      return { service, letters: page?.items ?? null }
    }),
  )
}

const letterPath = (service: ServiceName, id: string) =>
  `${API_PATHS[service]}/dead-letters/${encodeURIComponent(id)}`

export function replayLetter(api: Api, service: ServiceName, id: string) {
  const path = `${letterPath(service, id)}/replay`
  return api.call(ADDRESS_OF[service], path, ReplayResponse, { method: 'POST' })
}

export function deleteLetter(api: Api, service: ServiceName, id: string) {
  const options = { method: 'DELETE' } as const
  return api.call(ADDRESS_OF[service], letterPath(service, id), v.literal(''), options)
}

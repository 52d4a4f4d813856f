import type { Database } from 'bun:sqlite'
import { findAny, list } from '../ledger/objects.ts'
import { invalidRequest } from '../rules/api-error.ts'

type Body = Record<string, unknown>

const isBody = (value: unknown): value is Body => typeof value === 'object' && value !== null

/** Replaces ids by their objects along paths such as `latest_charge` or `data.latest_charge`. */
export function expand(db: Database, body: Body, paths: string[]): Body {
  return paths.reduce((expanded, path) => expandPath(db, expanded, path.split('.'), path), body)
}

function expandPath(db: Database, body: Body, keys: string[], path: string): Body {
  const [key, ...rest] = keys
  if (key === undefined) return body
  const value = valueAt(db, body, key, path)
  if (Array.isArray(value))
    return { ...body, [key]: value.map((item: Body) => expandPath(db, item, rest, path)) }
  return { ...body, [key]: isBody(value) ? expandPath(db, value, rest, path) : value }
}

function valueAt(db: Database, body: Body, key: string, path: string): unknown {
  if (body['object'] === 'charge' && key === 'refunds') return refundsOf(db, String(body['id']))
  const value = body[key]
  if (value === null || isBody(value)) return value
  const found = typeof value === 'string' && key !== 'id' ? findAny(db, value) : undefined
  if (found === undefined)
    throw invalidRequest(`This property cannot be expanded (${path}).`, { param: 'expand' })
  return found
}

function refundsOf(db: Database, charge: string) {
  const { data, hasMore } = list(db, 'refund', {
    limit: 10,
    where: [['$.charge', '=', charge]],
  })
  return { object: 'list', data, has_more: hasMore, url: `/v1/charges/${charge}/refunds` }
}

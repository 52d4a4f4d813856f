import type { Database } from 'bun:sqlite'
import * as v from 'valibot'
import { find, list, type Kind, type ObjectOf, type Page } from '../ledger/objects.ts'
import { noSuch } from '../rules/api-error.ts'
import { ok, type CallResult } from './call.ts'
import { group, integer, text } from './fields.ts'

const time = v.exactOptional(integer)
const period = group({ gt: time, gte: time, lt: time, lte: time })

/** The parameters of every list. */
export const pageEntries = {
  limit: v.exactOptional(
    v.pipe(
      integer,
      v.minValue(1, 'parameter_invalid_integer: This value must be greater than or equal to 1.'),
      v.maxValue(100, 'parameter_invalid_integer: This value must be less than or equal to 100.'),
    ),
  ),
  starting_after: v.exactOptional(text),
  ending_before: v.exactOptional(text),
  created: v.exactOptional(v.lazy((input) => (typeof input === 'string' ? integer : period))),
}

const pageParams = v.object(pageEntries)
type PageParams = v.InferOutput<typeof pageParams>

const COMPARISONS = { gt: '>', gte: '>=', lt: '<', lte: '<=' } as const

/** Returns Stripe's list object. */
export function listResult(
  db: Database,
  kind: Kind,
  params: PageParams,
  where: Page['where'] = [],
): CallResult {
  requireCursor(db, kind, 'starting_after', params.starting_after)
  requireCursor(db, kind, 'ending_before', params.ending_before)
  const { data, hasMore } = list(db, kind, {
    limit: params.limit ?? 10,
    startingAfter: params.starting_after,
    endingBefore: params.ending_before,
    where: [...where, ...createdConditions(params.created)],
  })
  return ok({ object: 'list', data, has_more: hasMore, url: `/v1/${kind}s` })
}

function createdConditions(created: PageParams['created']): Page['where'] {
  if (created === undefined) return []
  if (typeof created === 'number') return [['$.created', '=', created]]
  return (['gt', 'gte', 'lt', 'lte'] as const).flatMap((name): Page['where'] => {
    const value = created[name]
    return value === undefined ? [] : [['$.created', COMPARISONS[name], value]]
  })
}

/** Equality conditions for the given parameters. */
export function equal(fields: Record<string, string | undefined>): Page['where'] {
  return Object.entries(fields).flatMap(([name, value]): Page['where'] =>
    value === undefined ? [] : [[`$.${name}`, '=', value]],
  )
}

function requireCursor(db: Database, kind: Kind, param: string, id: string | undefined): void {
  if (id !== undefined && find(db, kind, id) === undefined) throw noSuch(kind, id, param)
}

/** Finds an object, or throws Stripe's error for an unknown id. */
export function requireObject<K extends Kind>(
  db: Database,
  kind: K,
  id: string,
  param = 'id',
): ObjectOf[K] {
  const found = find(db, kind, id)
  if (found === undefined) throw noSuch(kind, id, param)
  return found
}

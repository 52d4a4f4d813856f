import type { Database } from 'bun:sqlite'
import * as v from 'valibot'
import { find, list, type Kind, type ObjectOf, type Page } from '../ledger/objects.ts'
import { noSuch } from '../rules/stripe-fault.ts'
import { ok, type Answer } from './call.ts'
import { group, integer, text } from './fields.ts'

const time = v.exactOptional(integer)
const period = group({ gt: time, gte: time, lt: time, lte: time })

/** The parameters that every list takes. */
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

/** Answers a list call with Stripe's list object. */
export function listAnswer(
  db: Database,
  kind: Kind,
  params: PageParams,
  where: Page['where'] = [],
): Answer {
  demandCursor(db, kind, 'starting_after', params.starting_after)
  demandCursor(db, kind, 'ending_before', params.ending_before)
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

/** Conditions on fields that equal a parameter, for those parameters that were given. */
export function equal(fields: Record<string, string | undefined>): Page['where'] {
  return Object.entries(fields).flatMap(([name, value]): Page['where'] =>
    value === undefined ? [] : [[`$.${name}`, '=', value]],
  )
}

function demandCursor(db: Database, kind: Kind, param: string, id: string | undefined): void {
  if (id !== undefined && find(db, kind, id) === undefined) throw noSuch(kind, id, param)
}

/** The object of the path's id; throws Stripe's 404 if there is none. */
export function demand<K extends Kind>(
  db: Database,
  kind: K,
  id: string,
  param = 'id',
): ObjectOf[K] {
  const found = find(db, kind, id)
  if (found === undefined) throw noSuch(kind, id, param)
  return found
}

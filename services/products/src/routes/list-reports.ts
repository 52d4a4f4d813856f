import { requireAdmin } from '@shop/shared/auth'
import { CasesQuery, invalid } from '@shop/shared/contracts'
import {
  createHandlers,
  decodeCursor,
  pageResponse,
  pageSize,
  validQuery,
  type Position,
} from '@shop/shared/http'
import type { Deps } from '../deps.ts'
import { toCaseResponse } from '../moderation/case-response.ts'
import type { After } from '../moderation/hidden-products.ts'
import { countCases, listCases } from '../moderation/list-cases.ts'

/** `GET /api/products/reports` */
export function listReports(deps: Deps) {
  const { reports, moderations, toResponse } = deps
  return createHandlers(requireAdmin, validQuery(CasesQuery), async (c) => {
    const { status = 'open', limit, cursor } = c.req.valid('query')
    const size = pageSize(false, limit)
    const [found, counts] = await Promise.all([
      listCases(deps, status, size + 1, placeOf(cursor)),
      countCases(deps),
    ])
    const shown = found.slice(0, size)
    const ids = shown.map(({ product }) => product.id)
    const [reported, acts] = await Promise.all([
      reports.ofProducts(ids),
      moderations.ofProducts(ids),
    ])
    const items = shown.map(({ product }) =>
      toCaseResponse(
        toResponse(product),
        reported.get(product.id) ?? [],
        acts.get(product.id) ?? [],
      ),
    )
    const last = found.length > size ? shown.at(-1) : undefined
    const next: Position | null = last === undefined ? null : [last.at.getTime(), last.product.id]
    return pageResponse(c, false, { items, next, rest: { counts } })
  })
}

function placeOf(cursor: string | undefined): After {
  if (cursor === undefined) return null
  const [at, id] = decodeCursor(cursor)
  if (typeof at !== 'number') throw invalid('Not a valid cursor for this list', 'cursor')
  return [at, id]
}

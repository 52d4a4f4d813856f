import { invalid, pageQuery } from '@shop/shared/contracts'
import { decodeCursor, pageResponse, pageSize, type Position } from '@shop/shared/http'
import type { Context } from 'hono'
import * as v from 'valibot'
import type { OrderDocument } from './order-document.ts'
import { NEWEST, type Sorting } from './order-lists.ts'

export const OrderListQuery = v.strictObject(pageQuery)

interface Source<T> {
  read: (limit: number, after: Position | null) => Promise<OrderDocument[]>
  toResponse: (order: OrderDocument) => T
  sorting?: Sorting
  /** What a page has beside its items. */
  extra?: () => Promise<object>
}

/** Responds with a page of orders. */
export async function orderPage<T extends object>(
  c: Context,
  { limit, cursor, ...filters }: v.InferOutput<typeof OrderListQuery>,
  { read, toResponse, sorting = NEWEST, extra }: Source<T>,
) {
  const isBare = [limit, cursor, ...Object.values(filters)].every((each) => each === undefined)
  const size = pageSize(isBare, limit)
  const [found, rest] = await Promise.all([
    read(size + 1, cursor === undefined ? null : orderPosition(cursor)),
    isBare ? {} : extra?.(),
  ])
  const shown = found.slice(0, size)
  const last = found.length > size ? shown.at(-1) : undefined
  return pageResponse(c, isBare, {
    items: shown.map(toResponse),
    next:
      last === undefined
        ? null
        : [(last[sorting.by] ?? last.createdAt).getTime(), last._id.toString()],
    ...(rest && { rest }),
  })
}

/** The position of a cursor; throws `validation` for one of another list. */
function orderPosition(cursor: string): Position {
  const position = decodeCursor(cursor)
  if (typeof position[0] !== 'number' || Number.isNaN(new Date(position[0]).getTime()))
    throw invalid('Not a valid cursor for this list', 'cursor')
  return position
}

import { ownerIds, requireSession, sessionOf } from '@shop/shared/auth'
import { invalid, pageQuery } from '@shop/shared/contracts'
import {
  createHandlers,
  decodeCursor,
  pageReply,
  pageSize,
  validQuery,
  type Position,
} from '@shop/shared/http'
import * as v from 'valibot'
import type { Deps } from '../deps.ts'
import { toOrderReply } from '../order-reply.ts'

const Query = v.strictObject(pageQuery)

/** A position among orders sorted by time; one of another list is refused. */
function orderPosition(cursor: string): Position {
  const position = decodeCursor(cursor)
  if (typeof position[0] !== 'number' || Number.isNaN(new Date(position[0]).getTime()))
    throw invalid('This cursor was not given out by this list', 'cursor')
  return position
}

/** `GET /api/orders` */
export function listOrders({ orders, mediaUrl }: Deps) {
  return createHandlers(requireSession, validQuery(Query), async (c) => {
    const { limit, cursor } = c.req.valid('query')
    const isBare = limit === undefined && cursor === undefined
    const size = pageSize(isBare, limit)
    const after = cursor === undefined ? null : orderPosition(cursor)
    const found = await orders.list(ownerIds(sessionOf(c)), size + 1, after)
    const shown = found.slice(0, size)
    const last = found.length > size ? shown.at(-1) : undefined
    return pageReply(c, isBare, {
      items: shown.map((order) => toOrderReply(order, mediaUrl)),
      next: last === undefined ? null : [last.createdAt.getTime(), last._id.toString()],
    })
  })
}

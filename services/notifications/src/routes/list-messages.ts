import { requireAdmin } from '@shop/shared/auth'
import { MessagesQuery, invalid } from '@shop/shared/contracts'
import { createHandlers, decodeCursor, pageResponse, pageSize, validQuery } from '@shop/shared/http'
import type { Deps } from '../deps.ts'
import { messageResponse } from '../message-response.ts'

/** `GET /api/notifications/messages` */
export function listMessages({ messages }: Pick<Deps, 'messages'>) {
  return createHandlers(requireAdmin, validQuery(MessagesQuery), async (c) => {
    const { limit, cursor, ...filter } = c.req.valid('query')
    const size = pageSize(false, limit)
    const after = cursor === undefined ? null : positionOf(cursor)
    const found = await messages.newest(filter, size + 1, after)
    const shown = found.slice(0, size)
    const last = found.length > size ? shown.at(-1) : undefined
    return pageResponse(c, false, {
      items: shown.map(messageResponse),
      next: last === undefined ? null : [last.queuedAt.getTime(), last._id],
    })
  })
}

function positionOf(cursor: string) {
  const position = decodeCursor(cursor, () => true)
  if (typeof position[0] !== 'number' || Number.isNaN(new Date(position[0]).getTime()))
    throw invalid('Not a valid cursor for this list', 'cursor')
  return position
}

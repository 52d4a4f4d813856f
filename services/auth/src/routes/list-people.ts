import { requireAdmin } from '@shop/shared/auth'
import { PeopleQuery, invalid } from '@shop/shared/contracts'
import { createHandlers, decodeCursor, pageResponse, pageSize, validQuery } from '@shop/shared/http'
import type { Deps } from '../deps.ts'
import { personResponse } from '../person-response.ts'

/** `GET /api/users` */
export function listPeople({ people }: Deps) {
  return createHandlers(requireAdmin, validQuery(PeopleQuery), async (c) => {
    const { q, blocked, limit, cursor } = c.req.valid('query')
    const size = pageSize(false, limit)
    const filter = { q, isBlocked: blocked === 'true' }
    const found = await people.search(filter, size + 1, cursor === undefined ? null : after(cursor))
    const shown = found.slice(0, size)
    const last = found.length > size ? shown.at(-1) : undefined
    return pageResponse(c, false, {
      items: shown.map(personResponse),
      next: last === undefined ? null : [last.email, last._id.toString()],
    })
  })
}

function after(cursor: string) {
  const position = decodeCursor(cursor)
  if (typeof position[0] !== 'string') throw invalid('Not a valid cursor for this list', 'cursor')
  return position
}

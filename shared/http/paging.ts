import type { Context } from 'hono'
import { BARE_LIMIT, DEFAULT_LIMIT, invalid, isId } from '../contracts/index.ts'

/** A keyset position: the sort value and the id of a page's last item. */
export type Position = [value: number | string, id: string]

/** The opaque cursor of a position. */
function encodeCursor(position: Position): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url')
}

/** The position of a cursor; throws `validation` for an invalid one. `isKey` accepts the ids of the list. */
export function decodeCursor(cursor: string, isKey = isId): Position {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (isPosition(parsed, isKey)) return parsed
  } catch {}
  throw invalid('Not a valid cursor for this list', 'cursor')
}

function isPosition(value: unknown, isKey: (id: string) => boolean): value is Position {
  if (!Array.isArray(value) || value.length !== 2) return false
  const [sort, id] = value as unknown[]
  const isSortable = typeof sort === 'number' || typeof sort === 'string'
  return isSortable && typeof id === 'string' && isKey(id)
}

/** Items of a page; a request without parameters gets more. */
export function pageSize(isBare: boolean, limit: number | undefined): number {
  return isBare ? BARE_LIMIT : (limit ?? DEFAULT_LIMIT)
}

/** A plain array with a Link header for a request without parameters, otherwise `{items, nextCursor}` and the rest. */
export function pageResponse<T extends object>(
  c: Context,
  isBare: boolean,
  page: { items: T[]; next: Position | null; rest?: object },
) {
  const nextCursor = page.next === null ? null : encodeCursor(page.next)
  if (!isBare) return c.json({ items: page.items, nextCursor, ...page.rest })
  if (nextCursor !== null)
    c.header('link', `<${c.req.path}?limit=${BARE_LIMIT}&cursor=${nextCursor}>; rel="next"`)
  return c.json(page.items)
}

import { requireUser } from '@shop/shared/auth'
import { StockMovesQuery, invalid } from '@shop/shared/contracts'
import { createHandlers, decodeCursor, pageResponse, pageSize, validQuery } from '@shop/shared/http'
import type { Deps } from '../deps.ts'
import { newestMoves, type StockMove } from '../domain/stock-move.ts'
import { ownProduct } from './own-product.ts'

/** `GET /api/products/:id/stock`: the ledger of a product, with the entries that are still in the product. */
export function listStockMoves({ products, pending, ledger }: Deps) {
  const query = validQuery(StockMovesQuery)
  return createHandlers(requireUser, query, ownProduct(products), async (c) => {
    const { id } = c.get('product')
    const { limit, cursor } = c.req.valid('query')
    const isBare = limit === undefined && cursor === undefined
    const size = pageSize(isBare, limit)
    const before = cursor === undefined ? null : placeOf(cursor)
    // In this order: an entry may move to the ledger between the two reads, but never back.
    const waiting = await pending.of(id)
    const recorded = await ledger.newest(id, size + 1, before)
    const moves = newestMoves([...waiting, ...recorded], size + 1, before)
    const shown = moves.slice(0, size)
    const last = moves.length > size ? shown.at(-1) : undefined
    return pageResponse(c, isBare, {
      items: shown.map(toResponse),
      next: last === undefined ? null : [last.version, last.id],
    })
  })
}

function placeOf(cursor: string) {
  const [version, id] = decodeCursor(cursor)
  if (typeof version !== 'number') throw invalid('Not a valid cursor for this list', 'cursor')
  return { version, id }
}

function toResponse({ id, delta, reason, after, at, by, orderId }: StockMove) {
  return {
    id,
    delta,
    reason,
    after,
    at: at.toISOString(),
    ...(by && { by }),
    ...(orderId && { orderId }),
  }
}

import { requireAdmin } from '@shop/shared/auth'
import { AllProductsQuery, isId, type AllProductsStatus } from '@shop/shared/contracts'
import { createHandlers, pageSize, validQuery } from '@shop/shared/http'
import type { Deps } from '../deps.ts'
import { decodeCursor, encodeCursor } from '../domain/catalogue-order.ts'
import type { Product } from '../domain/product.ts'
import { toStaffResponse } from '../moderation/case-response.ts'

/** `GET /api/products/all` */
export function listAll(deps: Deps) {
  const { moderations, toResponse } = deps
  return createHandlers(requireAdmin, validQuery(AllProductsQuery), async (c) => {
    const { limit, cursor, status, q = '' } = c.req.valid('query')
    const size = pageSize(false, limit)
    const after = cursor === undefined ? null : decodeCursor('newest', cursor)
    const found = await search(deps, { status, q }, size + 1, after)
    const shown = found.slice(0, size)
    const acts = await moderations.ofProducts(shown.map(({ id }) => id))
    const items = shown.map((product) =>
      toStaffResponse(toResponse(product), acts.get(product.id) ?? []),
    )
    const last = found.length > size ? shown.at(-1) : undefined
    return c.json({ items, nextCursor: last === undefined ? null : encodeCursor('newest', last) })
  })
}

interface Search {
  status: AllProductsStatus | undefined
  q: string
}

/** An id is a product’s, or else a seller’s; anything else is words. */
async function search(
  { allProducts, products }: Deps,
  { status, q }: Search,
  limit: number,
  after: string | null,
): Promise<Product[]> {
  const id = q.toLowerCase()
  if (!isId(id)) return allProducts.list({ status, words: q }, limit, after)
  const one = await products.find(id)
  if (one === null) return allProducts.list({ status, sellerId: id }, limit, after)
  return hasStatus(one, status) ? [one] : []
}

function hasStatus({ archived, off }: Product, status: AllProductsStatus | undefined): boolean {
  if (status === undefined) return true
  return status === 'live' ? !archived : off.includes(status)
}

import { ListProductsQuery } from '@shop/shared/contracts'
import { createHandlers, pageReply, pageSize, validQuery } from '@shop/shared/http'
import { catalogueQuery } from '../catalogue-query.ts'
import type { Deps } from '../deps.ts'

/** `GET /api/products` */
export function listProducts({ products, toReply }: Deps) {
  return createHandlers(validQuery(ListProductsQuery), async (c) => {
    const asked = c.req.valid('query')
    const isBare = Object.keys(asked).length === 0
    const size = pageSize(isBare, asked.limit)
    const { query, positionOf } = catalogueQuery(asked)
    const found = await products.list({ ...query, limit: size + 1 })
    const shown = found.slice(0, size)
    const last = found.length > size ? shown.at(-1) : undefined
    return pageReply(c, isBare, {
      items: shown.map(toReply),
      next: last === undefined ? null : positionOf(last),
    })
  })
}

import { ownerIds, sessionOf } from '@shop/shared/auth'
import { ListProductsQuery, ShopError } from '@shop/shared/contracts'
import { createHandlers, validQuery } from '@shop/shared/http'
import { isSellerQuery } from '../catalogue/query.ts'
import type { Deps } from '../deps.ts'

/** `GET /api/products` */
export function listProducts({ catalogue }: Deps) {
  return createHandlers(validQuery(ListProductsQuery), async (c) => {
    const query = c.req.valid('query')
    if (isSellerQuery(query) && !ownerIds(sessionOf(c)).includes(query.seller ?? ''))
      throw new ShopError(
        'forbidden',
        '`status`, `low` and `counts` require `seller` to be your own id',
      )
    const { body, etag, next } = await catalogue.page(query)
    const headers = {
      etag,
      'cache-control': isSellerQuery(query) ? 'private, no-store' : 'no-cache',
      ...(next !== null && { link: `<${c.req.path}${next}>; rel="next"` }),
    }
    // A substring match: the header may list several, and NGINX weakens the ETag of what it compresses.
    if (c.req.header('if-none-match')?.includes(etag) === true) return c.body(null, 304, headers)
    return c.body(body, 200, { ...headers, 'content-type': 'application/json' })
  })
}

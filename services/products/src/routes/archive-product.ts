import { ownerIds, requireUser, sessionOf } from '@shop/shared/auth'
import { ShopError, notFound } from '@shop/shared/contracts'
import { createHandlers, validId } from '@shop/shared/http'
import type { Deps } from '../deps.ts'

/** `DELETE /api/products/:id` */
export function archiveProduct({ products }: Deps) {
  return createHandlers(requireUser, validId('Product'), async (c) => {
    const session = sessionOf(c)
    const product = await products.find(c.req.param('id') ?? '')
    if (product === null) throw notFound('Product')
    if (session.role !== 'admin' && !ownerIds(session).includes(product.userId))
      throw new ShopError('forbidden', 'This product belongs to someone else')
    await products.archive(product.id)
    return c.body(null, 204)
  })
}

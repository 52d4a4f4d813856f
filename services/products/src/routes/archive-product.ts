import { requireUser, sessionOf } from '@shop/shared/auth'
import { createHandlers, validId } from '@shop/shared/http'
import type { Deps } from '../deps.ts'
import { ownProduct } from '../own-product.ts'

/** `DELETE /api/products/:id` */
export function archiveProduct({ products }: Deps) {
  return createHandlers(requireUser, validId('Product'), async (c) => {
    const { id } = await ownProduct(products, sessionOf(c), c.req.valid('param').id, {
      orAdmin: true,
    })
    await products.setArchived(id, true)
    return c.body(null, 204)
  })
}

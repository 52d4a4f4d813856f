import { requireUser } from '@shop/shared/auth'
import { createHandlers } from '@shop/shared/http'
import type { Deps } from '../deps.ts'
import { ownProduct } from './own-product.ts'

/** `DELETE /api/products/:id` */
export function archiveProduct({ products }: Deps) {
  return createHandlers(requireUser, ownProduct(products, { orAdmin: true }), async (c) => {
    const { id } = c.get('product')
    await products.setOff(id, 'archived', true)
    return c.body(null, 204)
  })
}

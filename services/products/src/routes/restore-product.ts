import { requireUser } from '@shop/shared/auth'
import { createHandlers } from '@shop/shared/http'
import type { Deps } from '../deps.ts'
import { ownProduct } from './own-product.ts'

/** `POST /api/products/:id/restore` */
export function restoreProduct({ products, toResponse }: Deps) {
  return createHandlers(requireUser, ownProduct(products, { orAdmin: true }), async (c) => {
    const archived = c.get('product')
    const restored = await products.setOff(archived.id, 'archived', false)
    return c.json(toResponse(restored ?? (await products.find(archived.id)) ?? archived))
  })
}

import { requireUser, sessionOf } from '@shop/shared/auth'
import { createHandlers, validId } from '@shop/shared/http'
import type { Deps } from '../deps.ts'
import { ownProduct } from '../own-product.ts'

/** `POST /api/products/:id/restore` */
export function restoreProduct({ products, toReply }: Deps) {
  return createHandlers(requireUser, validId('Product'), async (c) => {
    const archived = await ownProduct(products, sessionOf(c), c.req.valid('param').id, {
      orAdmin: true,
    })
    await products.setArchived(archived.id, false)
    return c.json(toReply((await products.find(archived.id)) ?? archived))
  })
}

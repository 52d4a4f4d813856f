import { requireUser } from '@shop/shared/auth'
import { createHandlers } from '@shop/shared/http'
import type { Deps } from '../deps.ts'
import { ownProduct } from './own-product.ts'

/** `POST /api/products/:id/publish` */
export function publishProduct({ products, toResponse }: Deps) {
  return createHandlers(requireUser, ownProduct(products), async (c) => {
    const draft = c.get('product')
    const published = await products.setOff(draft.id, 'draft', false)
    return c.json(toResponse(published ?? (await products.find(draft.id)) ?? draft))
  })
}

import { notFound } from '@shop/shared/contracts'
import { createHandlers, validId } from '@shop/shared/http'
import type { Deps } from '../deps.ts'
import { isVisibleTo } from './visibility.ts'

/** `GET /api/products/:id`, archived ones too; a concealed one for its seller and staff only. */
export function getProduct({ products, toResponse }: Deps) {
  return createHandlers(validId('Product'), async (c) => {
    const product = await products.find(c.req.valid('param').id)
    if (product === null || !isVisibleTo(product, c.get('session'))) throw notFound('Product')
    return c.json(toResponse(product), 200, { 'cache-control': 'no-cache' })
  })
}

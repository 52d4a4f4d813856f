import { notFound } from '@shop/shared/contracts'
import { createHandlers, validId } from '@shop/shared/http'
import type { Deps } from '../deps.ts'

/** `GET /api/products/:id`, archived ones too. */
export function getProduct({ products, toResponse }: Deps) {
  return createHandlers(validId('Product'), async (c) => {
    const product = await products.find(c.req.valid('param').id)
    if (product === null) throw notFound('Product')
    return c.json(toResponse(product), 200, { 'cache-control': 'no-cache' })
  })
}

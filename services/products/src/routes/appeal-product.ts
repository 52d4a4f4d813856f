import { requireUser } from '@shop/shared/auth'
import { AppealBody, ShopError } from '@shop/shared/contracts'
import { createHandlers, limitBody, validJson } from '@shop/shared/http'
import type { Deps } from '../deps.ts'
import { ownProduct } from './own-product.ts'

/** `POST /api/products/:id/appeal` */
export function appealProduct({ products, hidden, toResponse }: Deps) {
  const body = validJson(AppealBody)
  return createHandlers(requireUser, ownProduct(products), limitBody(), body, async (c) => {
    const { id, hiding } = c.get('product')
    const appealed = await hidden.appeal(id, c.req.valid('json').note, new Date())
    if (appealed === null)
      throw new ShopError(
        'appeal-closed',
        hiding === undefined ? 'The product is not hidden' : 'You have already appealed',
      )
    return c.json(toResponse(appealed), 201)
  })
}

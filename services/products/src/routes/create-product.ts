import { requireUser, sessionOf } from '@shop/shared/auth'
import { CreateProductBody } from '@shop/shared/contracts'
import { createHandlers, limitBody } from '@shop/shared/http'
import type { Deps } from '../deps.ts'
import { newProduct } from '../domain/product.ts'
import { withPicture } from '../pictures/with-picture.ts'
import { MAX_BODY_BYTES, validProduct } from '../product-input.ts'

/** `POST /api/products` */
export function createProduct(deps: Deps) {
  const handlers = [
    requireUser,
    limitBody(MAX_BODY_BYTES),
    validProduct(CreateProductBody),
  ] as const
  return createHandlers(...handlers, async (c) => {
    const id = deps.products.newId()
    const product = newProduct(id, sessionOf(c), c.req.valid('json'), new Date())
    const stored = await withPicture(deps, id, c.get('image'), async (key) => {
      const images = key === undefined ? [] : [{ key, alt: product.title }]
      await deps.products.insert({ ...product, images })
      return { ...product, images }
    })
    return c.json(deps.toReply(stored), 201)
  })
}

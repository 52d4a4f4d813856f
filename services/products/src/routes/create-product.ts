import { requireUser, sessionOf } from '@shop/shared/auth'
import { CreateProductBody } from '@shop/shared/contracts'
import { createHandlers, limitBody } from '@shop/shared/http'
import type { Deps } from '../deps.ts'
import { newProduct, type Picture } from '../domain/product.ts'
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
    const image = c.get('image')
    const store = async (images: Picture[]) => {
      const stored = { ...product, images }
      await deps.products.insert(stored)
      return c.json(deps.toReply(stored), 201)
    }
    if (image === undefined) return store([])
    return withPicture(deps, id, image, (key) => store([{ key, alt: product.title }]))
  })
}

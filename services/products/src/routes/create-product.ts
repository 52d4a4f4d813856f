import { requireUser, sessionOf } from '@shop/shared/auth'
import { CreateProductBody } from '@shop/shared/contracts'
import { createHandlers } from '@shop/shared/http'
import type { Deps } from '../deps.ts'
import { newProduct, type Picture } from '../domain/product.ts'
import { uploaderOf } from '../pictures/uploader.ts'
import { withPicture } from '../pictures/with-picture.ts'
import { limitProduct, validProduct } from './product-input.ts'

/** `POST /api/products` */
export function createProduct(deps: Deps) {
  const input = validProduct(CreateProductBody)
  return createHandlers(requireUser, limitProduct, input, async (c) => {
    const id = deps.products.newId()
    const product = newProduct(id, sessionOf(c), c.req.valid('json'), new Date())
    const image = c.get('image')
    const store = async (images: Picture[]) => {
      const stored = { ...product, images }
      await deps.products.insert(stored)
      return c.json(deps.toResponse(stored), 201)
    }
    if (image === undefined) return store([])
    const sent = { image, sender: uploaderOf(sessionOf(c), c.req.raw) }
    return withPicture(deps, id, sent, (key) => store([{ key, alt: product.title }]))
  })
}
